import { AddressWriter } from '$lib/player/address-writer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const refused = () => {
  throw new DOMException(
    'Attempt to use history.replaceState() more than 100 times per 30 seconds',
    'SecurityError'
  );
};

describe('the address', () => {
  it('is written once, a moment after the last of several changes', () => {
    const put = vi.fn();
    const writer = new AddressWriter(put);
    for (let change = 0; change < 10; change++) writer.changed();
    expect(put).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it.each([60, 150, 151, 200, 300, 500])(
    'is written fewer than 100 times in 30 s, with a change every %i ms',
    (every) => {
      const times: number[] = [];
      const writer = new AddressWriter(() => times.push(performance.now()));
      for (let time = 0; time < 120_000; time += every) {
        writer.changed();
        vi.advanceTimersByTime(every);
      }
      const inWindow = times.map(
        (start) => times.filter((time) => time >= start && time < start + 30_000).length
      );
      expect(Math.max(0, ...inWindow)).toBeLessThan(100);
    }
  );

  it('is that of the last change, soon', () => {
    let step = 0;
    let written = -1;
    const writer = new AddressWriter(() => (written = step));
    for (step = 1; step <= 40; step++) {
      writer.changed();
      vi.advanceTimersByTime(250);
    }
    step = 41;
    writer.changed();
    vi.advanceTimersByTime(1000);
    expect(written).toBe(41);
  });

  it('is written later where the browser refuses it, and nothing is thrown', () => {
    const put = vi.fn(refused);
    const writer = new AddressWriter(put);
    writer.changed();
    expect(() => vi.advanceTimersByTime(1000)).not.toThrow();
    expect(put).toHaveBeenCalledTimes(1);
    put.mockImplementation((() => undefined) as () => never);
    vi.advanceTimersByTime(31_000);
    expect(put).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    expect(put).toHaveBeenCalledTimes(2);
  });

  it('does not hide what goes wrong otherwise', () => {
    const writer = new AddressWriter(() => {
      throw new TypeError('a fault of ours');
    });
    writer.changed();
    expect(() => vi.advanceTimersByTime(1000)).toThrow(TypeError);
  });

  it('is not written once its page is left', () => {
    const put = vi.fn();
    const writer = new AddressWriter(put);
    writer.changed();
    writer.cancel();
    vi.advanceTimersByTime(1000);
    expect(put).not.toHaveBeenCalled();
  });
});
