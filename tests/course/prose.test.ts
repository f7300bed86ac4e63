import { ProseError, readProse } from '$lib/course/prose.server';
import { describe, expect, it } from 'vitest';
import { changedProse, WHOLE_PROSE } from './prose-text';

const FILE = 'lessons/99-a/ko.md';
/** A scene with nothing wrong but its id, which is taken. */
const SECOND = '# first: Again\n\nText.\n\n## notes\n\nNotes.\n\n';

describe("a lesson's words", () => {
  const words = readProse(WHOLE_PROSE, FILE);
  const scene = words.scenes.get('first');

  it('have a title and a summary of one line', () => {
    expect(words).toMatchObject({ title: 'A lesson', summary: 'What it is about.' });
  });

  it('have scenes with title, text, cues, questions and notes', () => {
    expect([...words.scenes.keys()]).toEqual(['first']);
    expect(scene?.title).toBe('The first scene');
    expect(scene?.html).toContain('<strong>text</strong>');
    expect([...(scene?.cues ?? [])]).toEqual([[0, '<p>The start.</p>\n']]);
    expect([...(scene?.questions ?? [])]).toEqual([[2, 'What comes <em>next</em>?']]);
    expect(scene?.notes).toBe('Speak slowly.');
  });

  it('end in a summary card', () => {
    expect(words.summaryHtml).toBe('<p>That was it.</p>\n');
  });

  it('have formulas that can be seen and read out', () => {
    expect(scene?.html).toContain('<math');
    expect(scene?.html).toContain('class="katex-html"');
  });

  it('keep a colon in the title of a scene', () => {
    const { scenes } = readProse(changedProse('The first scene', 'One: two'), FILE);
    expect(scenes.get('first')?.title).toBe('One: two');
  });

  it('hold no markup of their own', () => {
    const { scenes } = readProse(changedProse('Some', '<script>alert(1)</script> Some'), FILE);
    expect(scenes.get('first')?.html).not.toContain('<script');
  });
});

describe('words are refused, and the file is named,', () => {
  it.each([
    ['without front matter', WHOLE_PROSE.replace(/^---[\s\S]*?---\n/, ''), /front matter/],
    ['without a title', changedProse('title: A lesson\n', ''), /title/],
    ['with an empty title', changedProse('title: A lesson', 'title: ""'), /title/],
    ['without a line of summary', changedProse('summary: What it is about.\n', ''), /summary/],
    ['with an unknown field', changedProse('title:', 'author: me\ntitle:'), /author/],
    ['with a scene without title', changedProse('# first: The first scene', '# first'), /first/],
    ['with a scene without text', changedProse('Some **text** with $x^2$.', ''), /first.*text/],
    ['without notes', changedProse('## notes\n\nSpeak slowly.\n', ''), /first.*notes/],
    ['with empty notes', changedProse('Speak slowly.', ''), /first.*notes/],
    ['with a heading that means nothing', changedProse('## step 0', '## steps 0'), /first.*## steps 0/],
    ['with a step of no number', changedProse('## step 0', '## step one'), /## step one/],
    ['with a negative step', changedProse('## step 0', '## step -1'), /## step -1/],
    ['without a summary card', changedProse('# summary\n\nThat was it.\n', ''), /summary/],
    ['with an empty summary card', changedProse('That was it.', ''), /summary/],
    ['with a scene that stands there twice', changedProse('# summary', `${SECOND}# summary`), /first.*twice/]
  ])('%s', (_, text, message) => {
    const read = () => readProse(text, FILE);
    expect(read).toThrow(ProseError);
    expect(read).toThrow(FILE);
    expect(read).toThrow(message);
  });
});
