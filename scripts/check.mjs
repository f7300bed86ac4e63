// npm run check: everything that reads the source without running it.
import { launch } from './launch.mjs';

launch(async () => {
  const { installDependencies } = await import('./setup.mjs');
  await installDependencies();
  const { runChecks } = await import('./checks.mjs');
  const { failures } = await runChecks();
  if (failures.length > 0) process.exitCode = 1;
});
