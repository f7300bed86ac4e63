import type { Target } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import {
  CellMaker,
  classes,
  inkColour,
  valueText,
  WindowView,
  type ClockState,
  type GridCell,
  type Pointing
} from '$lib/stage';
import type { ChannelsRun, ChannelsSettings } from './settings';

/** What a plane of red, green or blue light looks like at a value. */
function lightOf(plane: number, value: number): NonNullable<GridCell['paint']> {
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((each) => (each === plane ? value : 0));
  return { background: `rgb(${red} ${green} ${blue})`, ink: inkColour(red, green, blue) };
}

/** What the grids of one filter over several channels show, and which channel lies in front. */
export class ChannelsView extends WindowView {
  readonly #settings: () => ChannelsSettings;
  readonly #run: () => ChannelsRun;
  readonly #sumMakers: CellMaker[] = [];
  readonly #planeMakers: CellMaker[] = [];

  /** The plane that the learner brought to the front, and at which step. */
  #chosen = $state.raw<{ readonly channel: number; readonly index: number } | null>(null);

  constructor(
    settings: () => ChannelsSettings,
    run: () => ChannelsRun,
    clock: ClockState,
    pointing: Pointing
  ) {
    super(() => run().trace, clock, pointing);
    this.#settings = settings;
    this.#run = run;
  }

  readonly run = $derived.by(() => this.#run());
  /** Whether the newest product is in its partial sum. */
  readonly #arrived = $derived(!this.moving);

  /** The channel that the newest product belongs to; null where all of them are in. */
  readonly newest = $derived.by((): number | null => {
    const { revealed, shown, step, moving, run } = this;
    const newest = Math.max(0, Math.floor((Math.min(revealed, shown.done) - 1) / run.area));
    if (run.trace.grain === 'product') return shown === step && shown.cell && !shown.bias ? newest : null;
    return moving ? Math.min(newest, run.channels - 1) : null;
  });

  /** How many channels have their partial sum on show; the last of them perhaps with only some of its products. */
  readonly #summedChannels = $derived.by(() => {
    const { shown, revealed, moving, run } = this;
    if (shown.cell === null) return 0;
    if (run.trace.grain === 'product') return Math.ceil(shown.done / run.area);
    return moving ? Math.floor(revealed / run.area) : run.channels;
  });

  /** How many summands of the sum of the channels are to be seen: on its way in one after the other. */
  readonly revealedChannels = $derived(this.moving ? this.#summedChannels : Infinity);

  /** The channel that is pointed at: a partial sum, a product or a weight; null for none. */
  readonly pointedChannel = $derived.by((): number | null => {
    const { target, held } = this.pointing;
    for (const each of [target, held]) {
      if (each?.kind === 'channel') return each.channel;
      if (each?.kind === 'term') return Math.floor(each.index / this.run.area);
    }
    return null;
  });
  readonly litChannel = $derived.by((): number | null => {
    const { target, held } = this.pointing;
    if (target?.kind === 'channel') return target.channel;
    if (target === null && held?.kind === 'channel') return held.channel;
    return this.run.trace.grain === 'cell' && this.moving ? this.newest : null;
  });
  readonly isBiasLit = $derived.by(() =>
    [this.pointing.target, this.pointing.held].some((at) => at?.kind === 'bias')
  );

  /** The plane in front where they lie on one another: what is pointed at, chosen, or being computed. */
  readonly front = $derived.by((): number => {
    const chosen = this.#chosen;
    const chosenNow = chosen?.index === this.index ? chosen.channel : null;
    const front = this.pointedChannel ?? chosenNow ?? this.newest ?? chosen?.channel ?? 0;
    return Math.min(front, this.run.channels - 1);
  });

  bringForward(channel: number): void {
    this.#chosen = { channel, index: this.index };
  }

  /** Whether a summand of the shown sum is lit. */
  readonly isSummandLit = (target: Target): boolean => {
    if (target.kind === 'channel') return target.channel === this.litChannel;
    return target.kind === 'bias' ? this.isBiasLit : this.isLit(target);
  };

  /** What stands in the box of each partial sum. */
  readonly sums: readonly GridCell[][][] = $derived.by(() => {
    const { shown, run, litChannel, newest } = this;
    const summed = this.#summedChannels;
    // One by one, the newest product is still on its way to its partial sum.
    const isComing = run.trace.grain === 'product' && !this.#arrived;
    return Array.from({ length: run.channels }, (_, channel) =>
      (this.#sumMakers[channel] ??= new CellMaker()).make(1, 1, () => {
        const step = isComing && channel === newest ? this.before : shown;
        const begun = step !== null && step.finished === shown.finished && step.done > channel * run.area;
        const known = step === shown ? channel < summed : begun;
        const sum = known ? step?.channelSums[channel] : undefined;
        const lit = channel === litChannel && 'lit';
        if (!sum) return { text: '', label: m.empty_cell(), tone: classes('waiting', lit) };
        return { ...valueText(sum), tone: classes('counted', lit) };
      })
    );
  });

  readonly biasCells: readonly GridCell[][] = $derived.by(() => [
    [{ ...valueText(this.run.bias), tone: classes('constant', this.isBiasLit && 'lit') }]
  ]);

  /** The planes of the input; of a picture in the light that they stand for. */
  readonly planes: readonly GridCell[][][] = $derived.by(() => {
    const { input } = this.trace.geometry;
    const { colours, input: values } = this.#settings();
    if (colours !== 'painted') return this.inputPlanes;
    return this.inputPlanes.map((rows, plane) =>
      (this.#planeMakers[plane] ??= new CellMaker()).make(
        input.height,
        input.width,
        ({ row, column }, index) => {
          const cell = rows[row]?.[column] ?? { text: '', tone: '' };
          const value = Number(values.data[plane * input.height * input.width + index] ?? 0);
          return { ...cell, tone: classes(cell.tone, 'pixel'), paint: lightOf(plane, value) };
        }
      )
    );
  });

  /** The picture itself: cells without a number, named by their three. */
  readonly pictureCells: readonly GridCell[][] = $derived.by(() => {
    const { height, width } = this.trace.geometry.input;
    const { data } = this.#settings().input;
    return Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => {
        const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((plane) =>
          Number(data[(plane * height + row) * width + column] ?? 0)
        );
        return {
          text: '',
          label: m.colour_values({ red, green, blue }),
          tone: 'pixel',
          paint: { background: `rgb(${red} ${green} ${blue})`, ink: inkColour(red, green, blue) }
        };
      })
    );
  });
}
