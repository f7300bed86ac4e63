import { loadProgress, sceneKeyOf } from '$lib/course';
import { keepProgress, Player } from '$lib/player';
import { flushSync } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { KINDS, LESSON } from './made-up-lesson';

// All of these happen before the recorder can be there: no module arrives in the middle of a function.

let player: Player;
let leave: () => void;

beforeEach(() => {
  localStorage.clear();
  player = new Player(LESSON, KINDS);
  leave = $effect.root(() => {
    $effect(() => keepProgress(player, 'made-up'));
  });
  flushSync();
});

function go(scene: number, step: number): void {
  player.enter(scene, step);
  flushSync();
}

const reached = (id: string) => loadProgress().scenes[sceneKeyOf('made-up', id)]?.step;

it('a scene that was finished and left before there was a recorder is noted', async () => {
  go(0, 3);
  go(1, 1);
  await vi.waitFor(() => expect([reached('asking'), reached('free')]).toEqual([3, 1]));
  leave();
});

it('how far a scene was followed counts, even if its learner went back at once', async () => {
  go(0, 3);
  go(0, 0);
  await vi.waitFor(() => expect(reached('asking')).toBe(3));
  leave();
});

it('a lesson that was left before there was a recorder is noted', async () => {
  go(0, 2);
  leave();
  await vi.waitFor(() => expect(reached('asking')).toBe(2));
});
