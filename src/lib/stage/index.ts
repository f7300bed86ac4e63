/**
 * The general parts that draw one frame. A stage component of a kind is given traces and a time and shows that
 * moment with them; it keeps nothing but what is pointed at. Grids are HTML (native focus, input, paste), motion lies
 * over them. All positions are in cells (`layout.ts`), so the style sheet scales the whole picture.
 */
export { default as CodeListing } from './CodeListing.svelte';
export { default as EquationBox } from './EquationBox.svelte';
export { default as FedNote } from './FedNote.svelte';
export { default as FinishedTables } from './FinishedTables.svelte';
export { default as Flights } from './Flights.svelte';
export type { Move } from './Flights.svelte';
export { cornerOf, default as FlyingNumbers, pointBetween } from './FlyingNumbers.svelte';
export type { FlyingNumber, Point } from './FlyingNumbers.svelte';
export { default as Grid } from './Grid.svelte';
export type { CellEditing, GridCell } from './Grid.svelte';
export { default as Joins } from './Joins.svelte';
export { default as LivingPicture } from './LivingPicture.svelte';
export { default as PlaceFrame } from './PlaceFrame.svelte';
export { default as PlaneStack } from './PlaneStack.svelte';
export { default as PlaceLabel } from './PlaceLabel.svelte';
export { default as PlaneTabs } from './PlaneTabs.svelte';
export { default as ShapeLine } from './ShapeLine.svelte';
export { default as Sign } from './Sign.svelte';
export { default as SizeBar } from './SizeBar.svelte';
export type { SizeGroup } from './SizeBar.svelte';
export { default as StageBlock } from './StageBlock.svelte';
export { default as SumLine } from './SumLine.svelte';
export { default as WindowFrame } from './WindowFrame.svelte';
export { default as WindowLayer } from './WindowLayer.svelte';
export { CellMaker, classes, valueText } from './cell-maker';
export { TimePart, toldStep, type ClockState } from './clock-state.svelte';
export { Clock } from './clock.svelte';
export { cellEditing } from './editing';
export type { MatrixEditing } from './editing';
export { glide } from './glide';
export { moveInGrid } from './grid-keys';
export { keepInSight } from './keep-in-sight';
export { arrange, canvasAreas, cellIn } from './layout';
export type { Arrangement, Box, CanvasLines, GridSize, Plan, Spacing } from './layout';
export {
  gridSize,
  layoutOf,
  NARROW_TWO_LINES,
  projectedArrangements,
  SIGN_GAP,
  wideArrangement
} from './layouts';
export type { Plans } from './layouts';
export { greyInk, inkColour, pixelColour, pixelLook } from './pixels';
export { arrangementNamed, boxNamed, extent, placeBetween, placedBy, placement, placeOf } from './placement';
export { areStacked, framed, isStacked, stackSize, withPlanes } from './planes';
export type { Stacked, StackedPlanes } from './planes';
export type { ArrangementName, Placement, StageLayout } from './placement';
export { Pointing, PointingElsewhere } from './pointing.svelte';
export { StageCanvas } from './projected-canvas.svelte';
export { getStageCanvas, setStageCanvas, shownArrangement } from './stage-canvas';
export { setStageWords } from './stage-words';
export { cellNamed, windowThing } from './things';
export { SlidingView } from './sliding-view.svelte';
export type { InputPlace, Pointed } from './sliding-view.svelte';
export { WindowView } from './window-view.svelte';
