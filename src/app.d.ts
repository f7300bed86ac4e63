/// <reference types="@sveltejs/kit" />
import type { PageFont } from '$lib/ui';

declare global {
  namespace App {
    interface Locals {
      /** The page's own fonts, when it has been loaded. */
      fonts?: readonly PageFont[];
    }
  }
}

declare module 'svelte/elements' {
  interface HTMLLinkAttributes {
    /** What waits for the link; not in Svelte's own list yet. */
    blocking?: 'render';
  }
}
