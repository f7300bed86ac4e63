import { exactTensor, type ExactTensor } from '$lib/engine';
import type { ConvolutionStep, ConvolutionTrace } from './convolution-trace';
import type { Step } from './step';
import type { SlidingTrace } from './window-trace';

/** One entry along an axis of a tensor whose axes before it have length 1. */
function entryOf(whole: ExactTensor, axis: number, entry: number): ExactTensor {
  const size = whole.data.length / (whole.shape[axis] as number);
  const shape = whole.shape.map((length, index) => (index === axis ? 1 : length));
  return exactTensor(shape, whole.data.slice(entry * size, (entry + 1) * size));
}

/**
 * The steps of one filter of a convolution of one image, as a trace of its own: step 0 is the filter's map before
 * anything is in it. At step 0 `windowAt` still gives the place where the filter before came to rest, so that the
 * window slides on from there.
 *
 * @param filter counted from 0
 */
export function filterPart(trace: ConvolutionTrace, filter: number): SlidingTrace {
  const { grain, geometry, input, taps } = trace;
  const cells = geometry.output.height * geometry.output.width;
  const start = trace.stepAfter(filter * cells);
  const length = trace.stepAfter((filter + 1) * cells) - start;
  const requireStep = (index: number) => {
    if (index < 0 || index > length) throw new RangeError(`there is no step ${index} of filter ${filter}`);
    return start + index;
  };
  let output: ExactTensor | undefined;
  /** By the step of the whole, which is the same object as long as the trace remembers it. */
  const steps = new WeakMap<ConvolutionStep, Step>();
  return {
    length,
    step(index) {
      const whole = trace.step(requireStep(index));
      if (index === 0) return trace.step(0);
      let part = steps.get(whole);
      if (!part) {
        part = { ...whole, index, finished: whole.finished - filter * cells };
        steps.set(whole, part);
      }
      return part;
    },
    stepAfter: (finished) => requireStep(trace.stepAfter(filter * cells + finished) - start) - start,
    grain,
    geometry,
    input,
    weights: entryOf(trace.weights, 0, filter),
    taps,
    windowAt: (index) => trace.windowAt(requireStep(index)),
    output: () => (output ??= entryOf(trace.output(), 1, filter))
  };
}
