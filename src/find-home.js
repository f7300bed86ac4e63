// Stands in 404.html only, below its base. That page answers for addresses of any depth, in a site that may stand
// anywhere: this looks for the folder in which the site stands, and the page's links and fonts are found from there.
(async () => {
  const { pathname } = location;
  const folders = [...pathname.matchAll(/\//g)].map(({ index }) => pathname.slice(0, index + 1)).reverse();
  // A page's address begins with its language: what stands before that is likely. It is set before anything is fetched.
  const likely = folders.find((folder) => /^(ko|en)\//.test(pathname.slice(folder.length))) ?? '/';
  for (const folder of [likely, ...folders]) {
    document.querySelector('base')?.setAttribute('href', folder);
    if (!(await isHome(folder))) continue;
    // A style sheet finds its fonts from where the page was thought to stand when it was read.
    if (folder !== likely)
      for (const style of document.querySelectorAll('style')) style.replaceWith(style.cloneNode(true));
    return;
  }

  /** @param {string} folder */
  async function isHome(folder) {
    try {
      // Some hosts answer with a page, and not with 404, to whatever is asked for.
      await (await fetch(`${folder}_app/version.json`)).json();
      return true;
    } catch {
      return false;
    }
  }
})();
