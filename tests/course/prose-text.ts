/** The words of one whole scene, 'first', with a cue for step 0 and a question for cell 2. */
export const WHOLE_PROSE = `---
title: A lesson
summary: What it is about.
---

# first: The first scene

What is it *good* for?

## explanation

Some **text** with $x^2$; the [kernel](stage:kernel) moves by [](value:stride).

## step 0

The start.

## predict 2

What comes *next*?

## hint 2

Look *again*.

## notes

Speak slowly.

# summary

That was it.
`;

/** The words with one thing changed, which must be there. */
export function changedProse(from: string, to: string): string {
  if (!WHOLE_PROSE.includes(from)) throw new Error(`${from} is not in the prose`);
  return WHOLE_PROSE.replace(from, to);
}
