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
  const parts = source.split(new RegExp(`^#{${level}} +(.+)$`, 'm'));
  const result: Section[] = [{ heading: '', body: (parts[0] ?? '').trim() }];
  for (let index = 1; index < parts.length; index += 2) {
    result.push({ heading: (parts[index] ?? '').trim(), body: (parts[index + 1] ?? '').trim() });
  }
  return result;
}

function frontMatter(source: string, file: string): { fields: unknown; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!match) throw new ProseError(`${file}: it begins with front matter between two lines of ---`);
  return { fields: parseYaml(match[1] ?? ''), body: match[2] ?? '' };
}

function readScene(title: string, body: string, file: string, id: string): SceneProse {
  const [text, ...parts] = sections(body, 2);
  const cues = new Map<number, string>();
  const questions = new Map<number, string>();
  let notes = '';
  for (const { heading, body: content } of parts) {
    const numbered = /^(step|predict) (\d+)$/.exec(heading);
    if (heading === 'notes') notes = content;
    else if (numbered?.[1] === 'step') cues.set(Number(numbered[2]), markdown.render(content));
    else if (numbered?.[1] === 'predict') questions.set(Number(numbered[2]), markdown.renderInline(content));
    else throw new ProseError(`${file}, ${id}: “## ${heading}” is none of step N, predict N, notes`);
  }
  if (!text?.body) throw new ProseError(`${file}, ${id}: the scene has no text`);
  if (!notes) throw new ProseError(`${file}, ${id}: the scene has no speaker notes`);
  return { title, html: markdown.render(text.body), cues, questions, notes };
}

/**
 * Reads a lesson's words from Markdown: front matter (title, summary), then one `# scene-id: Title` a scene with
 * its text, `## step N` cues, `## predict N` questions and `## notes` for the speaker, and a `# summary`.
 *
 * @throws {ProseError} when a part is missing or has a heading that means nothing
 */
export function readProse(source: string, file: string): LessonProse {
  const { fields, body } = frontMatter(source, file);
  const checked = v.safeParse(frontMatterSchema, fields);
  if (!checked.success) throw new ProseError(`${file}: ${v.summarize(checked.issues)}`);
  const scenes = new Map<string, SceneProse>();
  let summaryHtml = '';
  for (const { heading, body: content } of sections(body, 1).slice(1)) {
    if (heading === 'summary') {
      summaryHtml = markdown.render(content);
      continue;
    }
    const [id = '', title] = heading.split(/: (.*)/s);
    if (!title) throw new ProseError(`${file}: “# ${heading}” is not “# scene-id: Title”`);
    if (scenes.has(id)) throw new ProseError(`${file}: scene ${id} stands there twice`);
    scenes.set(id, readScene(title, content, file, id));
  }
  if (!summaryHtml) throw new ProseError(`${file}: there is no summary card`);
  return { ...checked.output, scenes, summaryHtml };
}
