import { loops } from './loops.ts';

/** What the module of the loops exports, and its memory. Addresses and lengths are in bytes. */
export interface Loops {
  readonly row: (
    room: number,
    width: number,
    taps: number,
    weights: number,
    bias: number,
    output: number,
    outputRow: number,
    fours: number,
    ones: number
  ) => void;
  readonly narrow: (from: number, to: number, end: number) => void;
  readonly memory: Memory;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** As much of https://www.w3.org/TR/wasm-js-api-2/ as is used here. The pure folders know no library of the page. */
interface Host {
  readonly WebAssembly?: {
    readonly Memory: new (size: { initial: number }) => Memory;
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
      imports: { host: { memory: Memory } }
    ) => { readonly exports: Pick<Loops, 'row' | 'narrow'> };
  };
}

const PAGE = 2 ** 16;

let module: object | undefined;
let latest: Loops | undefined;
let isRefused = false;

/**
 * The loops with a memory of at least so many bytes, compiled when they are first asked for. The memory is that of
 * the call before as long as it is large enough, with whatever has been left in it. A larger one takes its place
 * rather than that it grows: when memory grows, all arrays over it lose it.
 *
 * @returns null where WebAssembly, its vectors or the memory are missing, or a content security policy forbids to
 *   compile; what is refused once is not asked for again
 */
export function loopsWith(bytes: number): Loops | null {
  if (latest && latest.memory.buffer.byteLength >= bytes) return latest;
  const { WebAssembly } = globalThis as unknown as Host;
  if (!WebAssembly || isRefused) return null;
  try {
    module ??= new WebAssembly.Module(loops());
    // The next power of two: a series of slightly larger convolutions needs few of them.
    const memory = new WebAssembly.Memory({ initial: 2 ** Math.ceil(Math.log2(Math.ceil(bytes / PAGE))) });
    const { row, narrow } = new WebAssembly.Instance(module, { host: { memory } }).exports;
    return (latest = { row, narrow, memory });
  } catch {
    isRefused = true;
    return null;
  }
}
