import { defineConfig } from '@playwright/test';

/** `npm test` serves the built site and says where; without it, a server is started here. */
const served = process.env.STRIDE_URL;
const PORT = 4183;

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A page often waits, so that two cores have time for a third one.
  workers: 3,
  // The longest test takes a third of the usual 30 s, but machines that are shared stand still now and then. What
  // a page fails to do is noticed by the expectations, which have their own, much shorter time.
  timeout: 60_000,
  reporter: 'list',
  use: {
    // What cannot be clicked, or does not load, says so long before the test's own time is over.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    baseURL: served ?? `http://localhost:${PORT}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium's sandbox does not work for root, as in most containers.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // Letters as far apart as on a phone's screen, not moved to whole pixels.
        '--font-render-hinting=none',
        // No request may leave the site's own origin, not even the browser's.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic'
      ]
    }
  },
  ...(served
    ? {}
    : {
        webServer: {
          command: `node scripts/serve.mjs --port ${PORT}`,
          url: `http://localhost:${PORT}`,
          reuseExistingServer: false
        }
      })
});
