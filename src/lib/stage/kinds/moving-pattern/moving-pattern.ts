import {
  movingPatternModel,
  type MovingPatternRun,
  type MovingPatternSettings,
  type RawMovingPattern
} from '$lib/course';
import { patternCaption, patternHeading, patternSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { sceneKind } from '../kind';
import PatternHead from './PatternHead.svelte';
import PatternStage from './PatternStage.svelte';

/** A pattern that moves, sought by a filter and by a dense unit. */
export const movingPattern = sceneKind<RawMovingPattern, MovingPatternSettings, MovingPatternRun>({
  model: movingPatternModel,
  stage: PatternStage,
  head: PatternHead,
  tools: null,
  hasCode: false,
  heading: patternHeading,
  sentence: patternSentence,
  caption: patternCaption,
  wrong: {
    'found-anywhere': m.wrong_found_anywhere,
    'nothing-left': m.wrong_nothing_left
  },
  otherwise: m.pattern_wrong,
  watch: m.pattern_watch
});
