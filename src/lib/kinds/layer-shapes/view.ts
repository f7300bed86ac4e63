import { glide } from '$lib/stage';
import { MOMENTS, type LayerRun, type Moment } from './run';

/** What of a layer is drawn at a moment. The counts are those of the last settled step: cause before effect. */
export interface LayerPicture {
  /** Filters drawn, biases drawn, maps drawn. */
  readonly filters: number;
  readonly biases: number;
  readonly maps: number;
  /** What has been counted of learned weights and biases. */
  readonly weights: number;
  readonly biasesCounted: number;
  /** Multiply-adds for the maps that are there. */
  readonly multiplyAdds: number;
}

/** The picture at a time: whole at a settled step, in between filters and maps come one after the other. */
export function layerPicture(run: LayerRun, time: number): LayerPicture {
  const { filters } = run.settings;
  const step = Math.ceil(time);
  const settled = Math.floor(time);
  const stepOf = (moment: Moment) => MOMENTS.indexOf(moment) + 1;
  const has = (moment: Moment, at: number) => at >= stepOf(moment);
  /** From one to all while the step that brings them is on its way in. */
  const coming = (first: Moment, rest: Moment): number => {
    if (!has(first, step)) return 0;
    if (!has(rest, step)) return 1;
    return step === stepOf(rest) ? Math.round(glide(1, filters, 1 - (step - time))) : filters;
  };
  const counted = (first: Moment, rest: Moment): number => {
    if (!has(first, settled)) return 0;
    return has(rest, settled) ? filters : 1;
  };
  return {
    filters: coming('weights', 'parameters'),
    biases: coming('bias', 'parameters'),
    maps: coming('map', 'maps'),
    weights: counted('weights', 'parameters') * run.taps,
    biasesCounted: counted('bias', 'parameters'),
    multiplyAdds: counted('map', 'maps') * run.one.multiplyAdds
  };
}
