// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  var contrast = matchMedia('(prefers-contrast: more)');

  // The first touch of the session's storage takes long on a slow machine, and the router needs it when the page
  // wakes up. Here it costs nothing: the page still waits for its style sheets.
  try {
    sessionStorage.getItem('sveltekit:scroll');
  } catch {
    // Storage is closed to us, and to the router as well.
  }

  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function applyTheme() {
    var chosen = stored('stride-theme');
    var system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    root.dataset.theme = /^(light|dark|contrast)$/.test(chosen || '') ? chosen : system;
  }

  applyTheme();
  dark.addEventListener('change', applyTheme);
  contrast.addEventListener('change', applyTheme);
  addEventListener('storage', applyTheme);
  addEventListener('stride-theme', applyTheme);

  // A link to a state shows that state or nothing: the prerendered first step would only flash by.
  if (/[?&](scene|step|input|kernel|grain|stride|padding)=/.test(location.search)) root.dataset.waiting = '';
})();
