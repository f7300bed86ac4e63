import {
  photoCredit,
  PHOTOS,
  pictureNoteText,
  pictureProblemText,
  type PictureNote,
  type PictureProblem
} from '$lib/picture';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const NOTES: readonly PictureNote[] = [
  { code: 'scaled', width: 8000, height: 6250 },
  { code: 'first-frame' },
  { code: 'on-white' },
  { code: 'left-out', count: 199 }
];
const PROBLEMS: readonly PictureProblem[] = [
  { code: 'empty' },
  { code: 'too-many-bytes' },
  { code: 'too-many-pixels', width: 40_000, height: 30_000 },
  { code: 'unreadable' },
  { code: 'unsupported', format: 'HEIC' },
  { code: 'folder' },
  { code: 'no-picture' },
  { code: 'reader-missing' },
  { code: 'photo-missing' }
];

describe.each(['en', 'ko'] as const)('in the language %s', (locale) => {
  it('every note and every problem has its own sentence', () => {
    const sentences = [
      ...NOTES.map((note) => pictureNoteText(note, locale)),
      ...PROBLEMS.map((problem) => pictureProblemText(problem, locale))
    ];
    expect(new Set(sentences).size).toBe(NOTES.length + PROBLEMS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.다요]\.?$/);
  });

  it('a photograph stands with who took it', () => {
    for (const { id, author } of Object.values(PHOTOS)) {
      expect(photoCredit(id, locale)).toContain(author);
      expect(photoCredit(id, locale)).toContain('CC0');
    }
  });
});

describe('a sentence', () => {
  it('says the numbers that a reader can act on', () => {
    expect(pictureNoteText({ code: 'scaled', width: 8000, height: 6250 }, 'en')).toContain('8000×6250');
    expect(pictureProblemText({ code: 'too-many-bytes' }, 'en')).toContain('100 MB');
    const large = { code: 'too-many-pixels', width: 40_000, height: 30_000 } as const;
    expect(pictureProblemText(large, 'en')).toContain('40000×30000 pixels, more than 100 million');
    expect(pictureProblemText(large, 'ko')).toContain('40000×30000 픽셀로 1억 픽셀을 넘어');
    expect(pictureNoteText({ code: 'left-out', count: 1 }, 'en')).toContain('1 other file was');
  });
});

describe('the files of the photographs', () => {
  it('are below 60 kB each', () => {
    for (const { file } of Object.values(PHOTOS)) expect(statSync(`static${file}`).size).toBeLessThan(60_000);
  });
});
