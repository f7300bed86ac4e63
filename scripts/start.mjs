// npm start: from a fresh clone to the site in a browser.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { buildIfChanged } = await import('./build.mjs');
  await buildIfChanged();
  const { readServerOptions, serve } = await import('./serve.mjs');
  const { url } = await serve(readServerOptions());
  console.log(`
Stride is at ${url}

  Open that address in a browser. Ctrl+C stops it.
  npm test      runs every check and test
  npm run dev   shows changes as you make them
`);
});
