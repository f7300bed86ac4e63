import { spawnSync } from 'node:child_process';

const INTERPRETERS = ['/usr/bin/python3', 'python3', 'python'];

/** A Python that can import the module; undefined when this machine has none. */
export function pythonWith(module: string): string | undefined {
  return INTERPRETERS.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);
}

export interface PythonProgram {
  readonly text: string;
  /** An expression for its result, a nested list of numbers. */
  readonly result: string;
}

export interface PythonOutcome {
  readonly rows: number[][];
  readonly printed: string;
}

/** Runs each program by itself, as one would paste it, and asks it for its result. */
const HARNESS = `
import contextlib, io, json, sys
outcomes = []
for program in json.load(sys.stdin):
    names, out = {}, io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(program['text'], names)
    outcomes.append({'rows': eval(program['result'], names), 'printed': out.getvalue()})
print(json.dumps(outcomes))
`;

export function runPrograms(python: string, programs: readonly PythonProgram[]): PythonOutcome[] {
  const input = JSON.stringify(programs);
  const { status, stdout, stderr } = spawnSync(python, ['-c', HARNESS], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as PythonOutcome[];
}
