import { namedIn } from '$lib/course/live-words.server';
import { ProseError, readProse } from '$lib/course/prose.server';
import { describe, expect, it } from 'vitest';
import { changedProse, WHOLE_PROSE } from './prose-text';

const FILE = 'lessons/99-a/ko.md';
/** A scene with nothing wrong but its id, which is taken. */
const SECOND = '# first: Again\n\nWhy?\n\n## notes\n\nNotes.\n\n';

describe("a lesson's words", () => {
  const words = readProse(WHOLE_PROSE, FILE);
  const scene = words.scenes.get('first');

  it('have a title and a summary of one line', () => {
    expect(words).toMatchObject({ title: 'A lesson', summary: 'What it is about.' });
  });

  it('have scenes with title, question, explanation, cues, predictions, hints and notes', () => {
    expect([...words.scenes.keys()]).toEqual(['first']);
    expect(scene?.title).toBe('The first scene');
    expect(scene?.question).toBe('What is it <em>good</em> for?');
    expect(scene?.explanation).toContain('<strong>text</strong>');
    expect([...(scene?.cues ?? [])]).toEqual([[0, '<p>The start.</p>\n']]);
    expect([...(scene?.predictions ?? [])]).toEqual([[2, 'What comes <em>next</em>?']]);
    expect([...(scene?.hints ?? [])]).toEqual([[2, 'Look <em>again</em>.']]);
    expect(scene?.notes).toBe('Speak slowly.');
  });

  it('end in a summary card', () => {
    expect(words.summaryHtml).toBe('<p>That was it.</p>\n');
  });

  it('have formulas that can be seen and read out', () => {
    expect(scene?.explanation).toContain('<math');
    expect(scene?.explanation).toContain('class="katex-html"');
  });

  it('keep a colon in the title of a scene', () => {
    const { scenes } = readProse(changedProse('The first scene', 'One: two'), FILE);
    expect(scenes.get('first')?.title).toBe('One: two');
  });

  it('may go without an explanation', () => {
    const { scenes } = readProse(WHOLE_PROSE.replace(/## explanation[^#]*/, ''), FILE);
    expect(scenes.get('first')?.explanation).toBe('');
  });

  it('may ask for something, and answer it', () => {
    const asking = changedProse('## notes', '## goal\n\nDo it.\n\n## reached\n\n*Done.*\n\n## notes');
    expect(readProse(asking, FILE).scenes.get('first')?.goal).toEqual({
      asked: '<p>Do it.</p>\n',
      reached: '<p><em>Done.</em></p>\n'
    });
    expect(scene?.goal).toBeNull();
  });

  it('name things on stage and numbers of the scene, and keep other links', () => {
    expect(scene?.explanation).toContain(
      '<button type="button" class="thing" data-names="kernel">kernel</button>'
    );
    expect(scene?.explanation).toContain('<span class="live" data-value="stride"></span>');
    expect(namedIn(scene?.explanation ?? '')).toEqual({ things: ['kernel'], values: ['stride'] });
    const linked = readProse(changedProse('stage:kernel', 'https://example.org/'), FILE);
    expect(linked.scenes.get('first')?.explanation).toContain('<a href="https://example.org/">kernel</a>');
  });

  it('keep the Korean particle that follows a number', () => {
    const { scenes } = readProse(changedProse('[](value', '[을/를](value'), FILE);
    expect(scenes.get('first')?.explanation).toContain('<span class="live" data-value="stride">을/를</span>');
  });

  it('hold no markup of their own', () => {
    const { scenes } = readProse(changedProse('Some', '<script>alert(1)</script> Some'), FILE);
    expect(scenes.get('first')?.explanation).not.toContain('<script');
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
    [
      'with a scene that asks nothing',
      changedProse('What is it *good* for?\n', ''),
      /first.*question.*no text/
    ],
    ['with a statement for a question', changedProse('good* for?', 'good* for.'), /first.*asks nothing/],
    ['with text below the question', changedProse('good* for?', 'good* for?\n\nAnd so on?'), /one question/],
    ['with an empty explanation', WHOLE_PROSE.replace(/Some .*\n/, ''), /first.*explanation.*no text/],
    ['with a hint for nothing', changedProse('## hint 2', '## hint 3'), /first.*hint 3.*no prediction/],
    ['with a goal that is never met', changedProse('## notes', '## goal\n\nDo it.\n\n## notes'), /both or/],
    ['with an answer to no goal', changedProse('## notes', '## reached\n\nDone.\n\n## notes'), /both or/],
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
