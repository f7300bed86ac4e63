// npm run test:browsers: installs Firefox and WebKitGTK if need be, and tries the built site in both.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { installOtherBrowsers } = await import('./browsers.mjs');
  await installOtherBrowsers();
  const { runParts } = await import('./test-parts.mjs');
  const failed = await runParts({ parts: ['browsers'], parameters: process.argv.slice(2), dev: false });
  process.exit(failed > 0 ? 1 : 0);
});
