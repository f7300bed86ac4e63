/** Thin building blocks of the interface, on native elements, and the design tokens (tokens.css). */
export { default as Bilingual } from './Bilingual.svelte';
export { default as Html } from './Html.svelte';
export { default as QrCode } from './QrCode.svelte';
export { default as SiteHeader } from './SiteHeader.svelte';
export { afterFrame } from './after-frame';
export { isComposing } from './composing';
export { copyText } from './copy-text';
export { holdPage } from './hold-page';
export { lightDismiss } from './light-dismiss';
export { keepTextAlive } from './live-text';
export { changePageFonts, PAGE_FONTS, pageFontRules } from './page-fonts';
export type { PageFont } from './page-fonts';
export { qrOf } from './qr';
export type { Qr } from './qr';
export { toggleContrast } from './theme';
export { saveFile } from './save-file';
export { SEARCH_KEY, storedShortcuts, storeShortcuts } from './shortcuts';
