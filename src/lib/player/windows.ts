/**
 * Where words stand beside the stage. It must be the same as `--beside` in media.css, for a media query cannot read a
 * name at run time.
 */
export const BESIDE_QUERY = '(min-width: 1200px)';
