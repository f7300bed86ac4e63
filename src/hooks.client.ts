import { isLocale, overwriteGetLocale } from '$lib/paraglide/runtime';

// The document says which language it is in; the other language is another document.
overwriteGetLocale(() => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : 'en';
});
