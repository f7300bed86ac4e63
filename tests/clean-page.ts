import { beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';

// Files share a page: each test begins with an empty one, of the usual size.
beforeEach(async () => {
  await cleanup();
  document.body.replaceChildren();
  await page.viewport(414, 896);
});
