import { readPresentAddress, writePresentAddress } from '$lib/present/address';
import { classroomQr, reachOf } from '$lib/present/qr';
import { clockText, plannedMinutes } from '$lib/present/timer';
import { goingOf } from '$lib/present/touch';
import { describe, expect, it } from 'vitest';

describe('the address of the projection', () => {
  it('is the lesson’s, and says whether the question is open', () => {
    const query = '?scene=six-by-six&step=7';
    expect(writePresentAddress({ query, asked: false })).toBe(query);
    const { lesson, asked, print } = readPresentAddress(writePresentAddress({ query, asked: true }));
    expect(`?${lesson}`).toBe(query);
    expect([asked, print]).toEqual([true, null]);
  });

  it('says what is printed, and nothing that is unknown', () => {
    expect(readPresentAddress('?print=steps&notes')).toMatchObject({
      print: 'steps',
      notes: true,
      marks: false
    });
    expect(readPresentAddress('?print=scenes&marks')).toMatchObject({
      print: 'scenes',
      notes: false,
      marks: true
    });
    expect(readPresentAddress('?print=everything').print).toBeNull();
    expect(`${readPresentAddress('?print=steps&notes&scene=x&odd=1').lesson}`).toBe('scene=x&odd=1');
  });
});

describe('the code of an address', () => {
  it('has the size that its length asks for', () => {
    // ISO/IEC 18004, level L: version 1 holds 17 bytes, version 4 holds 78; a side has 17 + 4 · version squares.
    expect(classroomQr('https://a.org/bcd')?.size).toBe(21);
    expect(classroomQr(`https://a.org/${'x'.repeat(78 - 14)}`)?.size).toBe(33);
    expect(classroomQr(`https://a.org/${'x'.repeat(79 - 14)}`)?.size).toBe(37);
  });

  it('is none where the last row could not tell its squares apart, or none is that large', () => {
    // Version 10 holds 271 bytes and has 57 squares a side.
    expect(classroomQr(`https://a.org/${'x'.repeat(271 - 14)}`)?.size).toBe(57);
    expect(classroomQr(`https://a.org/${'x'.repeat(272 - 14)}`)).toBeNull();
    expect(classroomQr(`https://a.org/${'x'.repeat(5000)}`)).toBeNull();
  });

  it('says when nobody else can come', () => {
    for (const own of ['localhost', '127.0.0.1', '[::1]', 'stride.localhost', '0.0.0.0']) {
      expect(reachOf(own)).toBe('here-only');
    }
    for (const other of ['192.168.0.7', 'stride.example', 'localhost.example', '128.0.0.1']) {
      expect(reachOf(other)).toBe('others');
    }
  });
});

describe('the speaker’s time', () => {
  it('is told in minutes and seconds', () => {
    expect([0, 999, 65_000, 3_600_000, -5].map(clockText)).toEqual(['0:00', '0:00', '1:05', '60:00', '0:00']);
  });

  it('is planned by the scenes before, and by the part of one', () => {
    const scenes = [{ minutes: 3 }, { minutes: 8 }, { minutes: 5 }];
    expect(plannedMinutes(scenes, 0, 0)).toBe(0);
    expect(plannedMinutes(scenes, 1, 0.25)).toBe(5);
    expect(plannedMinutes(scenes, 2, 1)).toBe(16);
    expect(plannedMinutes(scenes, 3, 0)).toBe(16);
  });
});

describe('a finger', () => {
  it('goes where it taps, and turns where it swipes', () => {
    const at = (x: number, y = 100) => ({ x, y });
    expect(goingOf(at(700), at(702, 103), 1000)).toBe('next');
    expect(goingOf(at(300), at(300), 1000)).toBe('back');
    expect(goingOf(at(700), at(500, 120), 1000)).toBe('next');
    expect(goingOf(at(100), at(400, 90), 1000)).toBe('back');
  });

  it('asks for nothing where it goes up or down, or a little aside', () => {
    const from = { x: 500, y: 500 };
    expect(goingOf(from, { x: 520, y: 300 }, 1000)).toBeNull();
    expect(goingOf(from, { x: 570, y: 460 }, 1000)).toBeNull();
    expect(goingOf(from, { x: 530, y: 500 }, 1000)).toBeNull();
  });
});
