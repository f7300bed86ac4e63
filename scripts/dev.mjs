// npm run dev: the site with changes shown as they are made.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { readServerOptions } = await import('./serve.mjs');
  const { serveDev } = await import('./dev-server.mjs');
  await serveDev(readServerOptions());
});
