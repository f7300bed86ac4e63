/** What reads, filters and draws pictures: fetched when the scene is first shown, for nothing before it needs any. */
export {
  loadPhoto,
  pictureNoteText,
  pictureProblemText,
  PictureSource,
  PixelInspector,
  RemoteFilter,
  StillPicture
} from '$lib/picture';
