// npm run dev: the site with changes shown as they are made.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { node } = await import('./processes.mjs');
  const fonts = await node(['scripts/fonts.mjs']);
  if (fonts.code !== 0) process.exit(fonts.code);
  const { readServerOptions } = await import('./serve.mjs');
  const { createServer } = await import('vite');
  const server = await createServer({ server: readServerOptions() });
  await server.listen();
  server.printUrls();
});
