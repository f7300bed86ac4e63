/** Themes that a reader can choose; 'system' follows the system. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'stride-theme';

/** What was chosen before high contrast. */
let before: Theme = 'system';

/** The theme that was chosen on this machine. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** To high contrast, and from there back to what was chosen before. */
export function toggleContrast(): void {
  const now = storedTheme();
  if (now !== 'contrast') before = now;
  chooseTheme(now === 'contrast' ? before : 'contrast');
}

/** Chooses a theme and remembers it. `before-paint.js` applies it, now and before the next first paint. */
export function chooseTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
    dispatchEvent(new Event('stride-theme'));
  } catch {
    // Where nothing can be stored, the choice holds for this page.
    if (theme !== 'system') document.documentElement.dataset.theme = theme;
  }
}
