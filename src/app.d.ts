/// <reference types="@sveltejs/kit" />
declare global {
  namespace App {
    interface Locals {
      /** The rules for the page's own fonts, when it has been loaded. */
      fonts?: string;
    }
  }
}
export {};
