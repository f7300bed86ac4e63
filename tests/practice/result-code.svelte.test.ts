import { ResultCode } from '$lib/practice';
import { decodeResult } from '$lib/practice/sets/result-code';
import { PLAIN_SET, setMark, type PracticeSet } from '$lib/practice/sets/set';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

const set: PracticeSet = { ...PLAIN_SET, kinds: [{ name: 'output-size', level: 1 }], number: 2 };
const questions = [
  { points: 1, of: 1, rule: null },
  { points: 0, of: 1, rule: 'ignored-padding' }
];

it('gives the code of the result to the student', async () => {
  const screen = await render(ResultCode, { set, name: '김하나', questions });
  const field = screen.getByRole('textbox', { name: 'Result code' });
  const code = (field.element() as HTMLTextAreaElement).value;
  expect(decodeResult(code)).toMatchObject({ ok: true, result: { set: setMark(set), name: '김하나' } });
});

it('asks for a name first, where none was asked for before', async () => {
  const screen = await render(ResultCode, { set, name: '', questions });
  const field = screen.getByRole('textbox', { name: 'Result code' });
  await expect.element(field).not.toBeInTheDocument();
  await screen.getByRole('textbox', { name: 'Name or number' }).fill(' Sam ');
  await expect.element(field).toBeVisible();
  const code = (field.element() as HTMLTextAreaElement).value;
  expect(decodeResult(code)).toMatchObject({ ok: true, result: { name: 'Sam' } });
});
