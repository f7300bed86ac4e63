// Stands in every page and runs before the first paint.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');

  // The first touch of the session's storage takes long on a slow machine, and the router needs it when the page
  // wakes up. Here nothing waits for it yet.
  try {
    sessionStorage.getItem('sveltekit:scroll');
  } catch {
    // Storage is closed to us, and to the router as well.
  }

  function chosenTheme() {
    try {
      return localStorage.getItem('stride-theme') ?? '';
    } catch {
      return '';
    }
  }

  function applyTheme() {
    const chosen = chosenTheme();
    const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    root.dataset.theme = ['light', 'dark', 'contrast'].includes(chosen) ? chosen : system;
  }

  applyTheme();
  dark.addEventListener('change', applyTheme);
  contrast.addEventListener('change', applyTheme);
  addEventListener('storage', applyTheme);
  // A page that comes back as it was left does not know what was chosen meanwhile.
  addEventListener('pageshow', applyTheme);
  addEventListener('stride-theme', applyTheme);

  // A link to a state shows that state or nothing: the prerendered first step would only flash by.
  if (/[?&](scene|step|input|kernel|grain|stride|padding)=/.test(location.search)) root.dataset.waiting = '';
})();
