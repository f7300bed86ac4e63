// npm test: sets up what is missing, then runs every check and every test, and counts them.
// npm test -- unit component   runs only the parts named: check, unit, component, e2e, browsers.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { choose, runParts } = await import('./test-parts.mjs');
  const failed = await runParts(choose(process.argv.slice(2)));
  // A browser or a server that will not go must not keep the command from ending.
  process.exit(failed > 0 ? 1 : 0);
});
