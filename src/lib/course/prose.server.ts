import katexModule from '@vscode/markdown-it-katex';
import MarkdownIt from 'markdown-it';
import { parse as parseYaml } from 'yaml';
import * as v from 'valibot';

/** One scene's words in one language. */
export interface SceneProse {
  readonly title: string;
  readonly html: string;
  readonly cues: ReadonlyMap<number, string>;
  readonly questions: ReadonlyMap<number, string>;
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
const markdown = new MarkdownIt({ html: false, typographer: false }).use(katex, {
  throwOnError: true,
  output: 'htmlAndMathml'
});

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
  return html;
}

function setOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, where: string): void {
  if (map.has(key)) throw new ProseError(`${where} stands there twice`);
  map.set(key, value);
}

function readScene(title: string, body: string, file: string, id: string): SceneProse {
  const [text, ...parts] = sections(body, 2);
  const cues = new Map<number, string>();
  const questions = new Map<number, string>();
  const notes = new Map<'notes', string>();
  for (const { heading, body: content } of parts) {
    const where = `${file}, ${id}, “## ${heading}”`;
    const numbered = /^(step|predict) (\d+)$/.exec(heading);
    const number = Number(numbered?.[2]);
    if (heading === 'notes') setOnce(notes, 'notes', content, where);
    else if (numbered?.[1] === 'step') setOnce(cues, number, render(content, where), where);
    else if (numbered?.[1] === 'predict') setOnce(questions, number, render(content, where, true), where);
    else throw new ProseError(`${where} is none of step N, predict N, notes`);
  }
  if (!notes.get('notes')) throw new ProseError(`${file}, ${id}: the scene has no speaker notes`);
  const html = render(text?.body ?? '', `${file}, ${id}`);
  return { title, html, cues, questions, notes: notes.get('notes') ?? '' };
}

/**
 * Reads a lesson's words from Markdown: front matter (title, summary), then one `# scene-id: Title` a scene with
 * its text, `## step N` cues, `## predict N` questions and `## notes` for the speaker, and a `# summary`.
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
