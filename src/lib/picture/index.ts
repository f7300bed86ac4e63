/**
 * Pictures as numbers: reading a learner's own, the photographs of the site, and a canvas that shows a picture
 * whole, plane by plane, and pixel by pixel with its numbers. Loaded by the scenes that show a picture, and by
 * nothing else.
 */
export { default as PictureCanvas } from './PictureCanvas.svelte';
export { default as PixelInspector } from './PixelInspector.svelte';
export { default as StillPicture } from './StillPicture.svelte';
export { default as PictureSource } from './PictureSource.svelte';
export { greyOf, valuesAt } from './picture';
export type { Picture, Pixel, PixelValues, Plane } from './picture';
export { viewBetween, wholeView } from './view';
export type { PictureView } from './view';
export { readPicture } from './reading/read-picture';
export type { PictureNote, PictureProblem, PictureReading } from './reading/reading';
export { pictureNoteText, pictureProblemText } from './picture-text';
export { loadPhoto, photoCredit, PHOTOS } from './photos';
export type { Photo, PhotoId } from './photos';
export { inkOn } from './painting/ink';
export { RemoteFilter } from './filtering/remote-filter';
export { greyOfSum } from './filtering/shading';
export type { Shading } from './filtering/shading';
