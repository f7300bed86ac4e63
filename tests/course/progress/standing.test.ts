import { lessonStanding, NO_PROGRESS, placeLeft, type MappedLesson, type Progress } from '$lib/course';
import { describe, expect, it } from 'vitest';

const LESSON: MappedLesson = {
  number: 3,
  slug: 'convolution',
  chapter: 1,
  title: 'Convolution',
  summary: '',
  sceneIds: ['one', 'two', 'three'],
  picture: { input: 4, kernel: 2, stride: 1, padding: 0, channels: 1, maps: 1 }
};
const known = (scenes: Record<string, readonly [step: number, length: number]>, query = '?'): Progress => ({
  ...NO_PROGRESS,
  scenes: Object.fromEntries(
    Object.entries(scenes).map(([key, [step, length]]) => [key, { step, length, outcomes: {} }])
  ),
  last: { lesson: 'convolution', query, at: 1 }
});

describe('a lesson', () => {
  it('has not begun before anything is known of it', () => {
    expect(lessonStanding(NO_PROGRESS, LESSON)).toEqual({
      parts: [0, 0, 0],
      finished: 0,
      begun: false,
      done: false
    });
  });

  it('counts the scenes that were followed to the end', () => {
    const standing = lessonStanding(
      known({ 'convolution/one': [16, 16], 'convolution/three': [9, 36], 'bias/two': [4, 4] }),
      LESSON
    );
    expect(standing).toEqual({ parts: [1, 0, 0.25], finished: 1, begun: true, done: false });
  });

  it('is done with its last scene, and does not count scenes that it no longer has', () => {
    const all = {
      'convolution/one': [1, 1],
      'convolution/two': [0, 0],
      'convolution/three': [2, 2]
    } as const;
    expect(lessonStanding(known(all), LESSON).done).toBe(true);
    expect(lessonStanding(known({ ...all, 'convolution/old': [1, 9] }), LESSON).done).toBe(true);
    expect(lessonStanding(known({ 'convolution/old': [9, 9] }), LESSON).begun).toBe(false);
  });
});

describe('the place where a learner left off', () => {
  it('is lesson, scene and step, and the link to them', () => {
    const query = '?scene=two&step=7&grain=product';
    expect(placeLeft(known({}, query), [LESSON])).toEqual({ lesson: LESSON, scene: 2, step: 7, query });
  });

  it('is none when nothing was begun or the course has no such place', () => {
    expect(placeLeft(NO_PROGRESS, [LESSON])).toBeNull();
    expect(placeLeft(known({}, '?scene=two&step=1'), [])).toBeNull();
    for (const query of ['?', '?scene=old&step=1', '?scene=two&step=x', '?scene=two&step=-1']) {
      expect(placeLeft(known({}, query), [LESSON]), query).toBeNull();
    }
  });
});
