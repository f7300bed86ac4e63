// The first thing every command does. An old Node must be able to read this file and the commands
// that begin with it, so the syntax here is plain and everything newer is imported inside `main`.

var MAJOR = 20;
var MINOR = 19;

/**
 * Says whether a version is new enough.
 * @param {string} version such as `20.19.0`
 */
export function isNodeNewEnough(version) {
  var parts = version.split('.').map(Number);
  var major = parts[0] || 0;
  var minor = parts[1] || 0;
  return major > MAJOR || (major === MAJOR && minor >= MINOR);
}

/** Ends with one sentence when this Node is too old for the tools that build the site. */
function requireNode() {
  if (isNodeNewEnough(process.versions.node)) return;
  console.error(
    'Stride needs Node ' +
      MAJOR +
      '.' +
      MINOR +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. You can get a newer one from https://nodejs.org.'
  );
  process.exit(1);
}

/**
 * Runs a command. A problem that a person can solve (see `Problem` in setup.mjs) is shown as its
 * sentence; anything else is a mistake of ours and keeps its stack trace.
 * @param {() => Promise<void>} main
 */
export function launch(main) {
  requireNode();
  main().catch(function (error) {
    console.error(error && error.name === 'Problem' ? '\n' + error.message : error);
    process.exit(1);
  });
}
