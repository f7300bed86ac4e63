// npm test: sets up what is missing, then runs every check and every test, and counts them.
// npm test -- unit component               runs only the parts named: check, unit, component, e2e, browsers.
// npm test -- e2e tests/e2e/bias.spec.ts   runs these files of a part (or what else its runner understands).
// npm test -- e2e --dev                    runs against the development server, without a build.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { readRequest } = await import('./test-request.mjs');
  const request = readRequest(process.argv.slice(2));
  const { runParts } = await import('./test-parts.mjs');
  const failed = await runParts(request);
  // A browser or a server that will not go must not keep the command from ending.
  process.exit(failed > 0 ? 1 : 0);
});
