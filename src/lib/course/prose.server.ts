import katexModule from '@vscode/markdown-it-katex';
import MarkdownIt from 'markdown-it';
import { parse as parseYaml } from 'yaml';
import * as v from 'valibot';
import { liveWords } from './live-words.server';
import { untranslated } from './untranslated.server';

/** One scene's words in one language. */
export interface SceneProse {
  readonly title: string;
  /** What the scene asks: one sentence. */
  readonly question: string;
  /** Said at length; empty where there is nothing to add. */
  readonly explanation: string;
  readonly cues: ReadonlyMap<number, string>;
  readonly predictions: ReadonlyMap<number, string>;
  readonly hints: ReadonlyMap<number, string>;
  /** What the learner is asked to bring about, and what is said when it is. */
  readonly goal: { readonly asked: string; readonly reached: string } | null;
  /** Markdown for the speaker's eyes. */
  readonly notes: string;
}

/** A lesson's words in one language. */
export interface LessonProse {
  readonly title: string;
  readonly summary: string;
  readonly scenes: ReadonlyMap<string, SceneProse>;
  readonly summaryHtml: string;
}

/** A lesson folder that is not whole; the message says which file and what is missing. */
export class ProseError extends Error {
  override name = 'ProseError';
}

const frontMatterSchema = v.strictObject({
  title: v.pipe(v.string(), v.minLength(1)),
  summary: v.pipe(v.string(), v.minLength(1))
});

// A CommonJS package: Node hands over its exports whole, a bundler only the default one.
const katex = (katexModule as unknown as { default?: typeof katexModule }).default ?? katexModule;
const markdown = new MarkdownIt({ html: false, typographer: false })
  .use(katex, { throwOnError: true, output: 'htmlAndMathml' })
  .use(liveWords);

interface Section {
  readonly heading: string;
  readonly body: string;
}

/** Splits at headings of one level. What stands before the first one comes back under an empty heading. */
function sections(source: string, level: 1 | 2): Section[] {
  const parts = source.split(new RegExp(`^#{${level}}(?!#) *(.+)$`, 'm'));
  const result: Section[] = [{ heading: '', body: (parts[0] ?? '').trim() }];
  for (let index = 1; index < parts.length; index += 2) {
    result.push({ heading: (parts[index] ?? '').trim(), body: (parts[index + 1] ?? '').trim() });
  }
  return result;
}

function frontMatter(source: string, file: string): { fields: unknown; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!match) throw new ProseError(`${file}: it begins with front matter between two lines of ---`);
  try {
    return { fields: parseYaml(match[1] ?? ''), body: match[2] ?? '' };
  } catch (error) {
    throw new ProseError(`${file}: the front matter cannot be read: ${(error as Error).message}`);
  }
}

/** Markdown to HTML. The formula plugin only logs what it cannot set, so its mark is looked for. */
function render(content: string, where: string, inline = false): string {
  if (content === '') throw new ProseError(`${where}: there is no text`);
  if (/^#{3,}/m.test(content)) throw new ProseError(`${where}: headings go no deeper than ##`);
  const html = inline ? markdown.renderInline(content) : markdown.render(content);
  if (html.includes('katex-error')) throw new ProseError(`${where}: a formula cannot be set`);
  // The site has styles for text and for what is raised, once and twice: see scripts/fonts.mjs.
  if (/\bsizing reset-size(?![136] size[136]\b)/.test(html)) {
    throw new ProseError(`${where}: a formula asks for a size of its own`);
  }
  return untranslated(html);
}

function setOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, where: string): void {
  if (map.has(key)) throw new ProseError(`${where} stands there twice`);
  map.set(key, value);
}

/** What a scene opens with: one sentence, and it asks. */
function readQuestion(content: string, where: string): string {
  const html = render(content, `${where}, the question under the title`, true);
  if (/\n\s*\n/.test(content)) {
    throw new ProseError(
      `${where}: under the title stands one question; what is said at length goes to “## explanation”`
    );
  }
  if (!content.endsWith('?')) throw new ProseError(`${where}: what stands under the title asks nothing`);
  return html;
}

/** Sections of a scene that are there once, and those that carry a number. */
const ONCE = ['explanation', 'goal', 'reached', 'notes'] as const;
const NUMBERED = ['step', 'predict', 'hint'] as const;

function readScene(title: string, body: string, file: string, id: string): SceneProse {
  const [question, ...parts] = sections(body, 2);
  const where = `${file}, ${id}`;
  const once = new Map<(typeof ONCE)[number], string>();
  const numbered = {
    step: new Map<number, string>(),
    predict: new Map<number, string>(),
    hint: new Map<number, string>()
  };
  for (const { heading, body: content } of parts) {
    const place = `${where}, “## ${heading}”`;
    const name = ONCE.find((each) => each === heading);
    const [, sort, number] = /^(\w+) (\d+)$/.exec(heading) ?? [];
    const series = NUMBERED.find((each) => each === sort);
    if (name === 'notes') setOnce(once, name, content, place);
    else if (name) setOnce(once, name, render(content, place), place);
    // Questions and hints stand in a line of their own making.
    else if (series)
      setOnce(numbered[series], Number(number), render(content, place, series !== 'step'), place);
    else
      throw new ProseError(
        `${place} is none of explanation, step N, predict N, hint N, goal, reached, notes`
      );
  }
  const notes = once.get('notes');
  if (!notes) throw new ProseError(`${where}: the scene has no speaker notes`);
  const [asked, reached] = [once.get('goal'), once.get('reached')];
  if ((asked === undefined) !== (reached === undefined)) {
    throw new ProseError(`${where}: “## goal” and “## reached” stand there both or neither`);
  }
  const stray = [...numbered.hint.keys()].find((cell) => !numbered.predict.has(cell));
  if (stray !== undefined) throw new ProseError(`${where}: “## hint ${stray}” helps with no prediction`);
  return {
    title,
    question: readQuestion(question?.body ?? '', where),
    explanation: once.get('explanation') ?? '',
    cues: numbered.step,
    predictions: numbered.predict,
    hints: numbered.hint,
    goal: asked === undefined || reached === undefined ? null : { asked, reached },
    notes
  };
}

/**
 * Reads a lesson's words from Markdown: front matter (title, summary), then one `# scene-id: Title` a scene:
 * under it the question that the scene asks, one sentence; then `## explanation`, `## step N` cues, `## predict N`
 * questions with perhaps a `## hint N`, `## goal` and `## reached` where something is to be brought about, and
 * `## notes` for the speaker; last a `# summary`.
 *
 * @throws {ProseError} when a part is missing, empty, there twice, or has a heading that means nothing
 */
export function readProse(source: string, file: string): LessonProse {
  const { fields, body } = frontMatter(source.replace(/\r\n/g, '\n'), file);
  const checked = v.safeParse(frontMatterSchema, fields);
  if (!checked.success) throw new ProseError(`${file}: ${v.summarize(checked.issues)}`);
  const [before, ...parts] = sections(body, 1);
  if (before?.body) throw new ProseError(`${file}: there is text before the first scene`);
  const scenes = new Map<string, SceneProse>();
  const summary = new Map<'summary', string>();
  for (const { heading, body: content } of parts) {
    const where = `${file}, “# ${heading}”`;
    if (heading === 'summary') {
      setOnce(summary, 'summary', render(content, where), where);
      continue;
    }
    const [id = '', title] = heading.split(/: (.*)/s);
    if (!title) throw new ProseError(`${where} is not “# scene-id: Title”`);
    setOnce(scenes, id, readScene(title, content, file, id), `${file}: scene ${id}`);
  }
  const summaryHtml = summary.get('summary');
  if (!summaryHtml) throw new ProseError(`${file}: there is no summary card`);
  return { ...checked.output, scenes, summaryHtml };
}
