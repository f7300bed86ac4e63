import { BEAT, LOST, Peers, type Line, type Role } from '$lib/present/peers.svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Channels as BroadcastChannel makes them: whoever has the same name hears what the others say, a task later. */
class Room {
  readonly #lines = new Set<Line>();

  line(): Line {
    const lines = this.#lines;
    const line: Line = {
      onmessage: null,
      postMessage(data) {
        if (!lines.has(line)) return;
        const copy: unknown = structuredClone(data);
        setTimeout(() => {
          for (const other of lines) if (other !== line) other.onmessage?.({ data: copy } as MessageEvent);
        });
      },
      close: () => lines.delete(line)
    };
    lines.add(line);
    return line;
  }
}

interface Window {
  shown: string;
  readonly heard: string[];
  readonly peers: Peers<string, string>;
  go(place: string): void;
}

let room: Room;
const open: Window[] = [];

function enter(role: Role, shown: string, options: { insists?: boolean; tells?: string[] } = {}): Window {
  const heard: string[] = [];
  const peers = new Peers<string, string>(
    room.line(),
    role,
    {
      state: () => one.shown,
      take: (state) => (one.shown = state),
      hear: (aside) => heard.push(aside),
      tell: () => options.tells ?? []
    },
    options
  );
  const one: Window = {
    shown,
    heard,
    peers,
    go(place) {
      one.shown = place;
      peers.changed();
    }
  };
  open.push(one);
  return one;
}

const pass = (milliseconds = 5) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  room = new Room();
});
afterEach(() => {
  for (const one of open.splice(0)) one.peers.leave();
  vi.useRealTimers();
});

describe('the windows of a lesson', () => {
  it('follow whichever is driven', async () => {
    const [audience, second, speaker] = [
      enter('audience', 'a'),
      enter('audience', 'a'),
      enter('speaker', 'a')
    ];
    await pass();
    audience.go('b');
    await pass();
    expect([second.shown, speaker.shown]).toEqual(['b', 'b']);
    speaker.go('c');
    await pass();
    expect([audience.shown, second.shown]).toEqual(['c', 'c']);
  });

  it('keep what was pressed in a window that has come a moment ago', async () => {
    const speaker = enter('speaker', 'here');
    await pass(1000);
    speaker.go('further');
    await pass();
    const audience = enter('audience', 'further');
    // Before the others could say where they are.
    audience.go('one step on');
    await pass();
    expect([audience.shown, speaker.shown]).toEqual(['one step on', 'one step on']);
  });

  it('follow the newest, also where one was driven alone before the other came', async () => {
    const speaker = enter('speaker', 'here');
    speaker.go('there');
    await pass(2000);
    const audience = enter('audience', 'elsewhere');
    await pass();
    expect(audience.shown).toBe('there');
    audience.go('on');
    await pass();
    expect([audience.shown, speaker.shown]).toEqual(['on', 'on']);
  });

  it('tell one that comes later where they are, whatever it shows', async () => {
    const speaker = enter('speaker', 'here', { tells: ['strokes'] });
    await pass(1000);
    const audience = enter('audience', 'elsewhere');
    await pass();
    expect(audience.shown).toBe('here');
    expect(audience.heard).toEqual(['strokes']);
    expect(speaker.shown).toBe('here');
  });

  it('come along where one insists on its place', async () => {
    const speaker = enter('speaker', 'there');
    await pass();
    speaker.go('still there');
    await pass();
    const audience = enter('audience', 'wanted', { insists: true });
    await pass();
    expect([audience.shown, speaker.shown]).toEqual(['wanted', 'wanted']);
  });

  it('agree when two are driven in the same moment', async () => {
    const [one, other] = [enter('audience', 'a'), enter('speaker', 'a')];
    await pass();
    one.go('left');
    other.go('right');
    await pass();
    expect(one.shown).toBe(other.shown);
    expect(['left', 'right']).toContain(one.shown);
  });

  it('know of each other, and notice within two seconds when one is closed or falls silent', async () => {
    const speaker = enter('speaker', 'a');
    expect(speaker.peers.count('audience')).toBe(0);
    const audience = enter('audience', 'a');
    await pass();
    expect([speaker.peers.count('audience'), audience.peers.count('speaker')]).toEqual([1, 1]);
    audience.peers.leave();
    await pass();
    expect(speaker.peers.count('audience')).toBe(0);

    const crashed = room.line();
    const lost = new Peers<string, string>(crashed, 'audience', {
      state: () => 'a',
      take: () => undefined,
      hear: () => undefined,
      tell: () => []
    });
    await pass();
    expect(speaker.peers.count('audience')).toBe(1);
    crashed.close();
    crashed.onmessage = null;
    await pass(LOST + 2 * BEAT);
    expect(LOST + BEAT).toBeLessThan(2200);
    expect(speaker.peers.count('audience')).toBe(0);
    lost.leave();
  });

  it('keep one whose own clock stands still as long as it answers', async () => {
    const speaker = enter('speaker', 'a');
    const line = room.line();
    const hidden = new Peers<string, string>(line, 'audience', {
      state: () => 'a',
      take: () => undefined,
      hear: () => undefined,
      tell: () => []
    });
    // A hidden window's timers may be a minute apart: here they never ring, and messages still do.
    const { postMessage } = line;
    line.postMessage = (message) => {
      if ((message as { kind: string }).kind !== 'beat') postMessage.call(line, message);
    };
    await pass(10 * LOST);
    expect(speaker.peers.count('audience')).toBe(1);
    hidden.leave();
  });

  it('pass on what is no state to all the others', async () => {
    const [one, other, third] = [enter('speaker', 'a'), enter('audience', 'a'), enter('audience', 'a')];
    await pass();
    one.peers.say('point');
    await pass();
    expect([one.heard, other.heard, third.heard]).toEqual([[], ['point'], ['point']]);
  });

  it('find what was reached when one is loaded anew', async () => {
    const [audience, speaker] = [enter('audience', 'a'), enter('speaker', 'a')];
    await pass();
    speaker.go('b');
    await pass();
    audience.peers.leave();
    speaker.go('c');
    const again = enter('audience', 'b');
    await pass();
    expect(again.shown).toBe('c');
  });
});
