// npm run bench: runs every tests/bench/*.bench.ts or .mjs against the built site.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies, findBrowser } = await import('./setup.mjs');
  await installDependencies();
  await findBrowser();
  const { buildIfChanged } = await import('./build.mjs');
  await buildIfChanged();
  const { serve } = await import('./serve.mjs');
  const { url } = await serve();
  const { runBenchmarks } = await import('./benchmarks.mjs');
  process.exit(await runBenchmarks(url));
});
