// A plugin of the development server: the words and numbers of lessons reach the open page.

/**
 * Reloads the open pages when a file changes that none of their scripts has loaded, but from which the server makes
 * what they show: the text of a lesson, its numbers, the glossary. Vite itself tells pages only of their own scripts.
 *
 * @returns {import('vite').Plugin}
 */
export function reloadPages() {
  return {
    name: 'stride:reload-pages',
    apply: 'serve',
    hotUpdate: {
      // After Vite's own, which add the modules that list a folder when a file appears in it.
      order: 'post',
      handler({ file, modules, server, timestamp }) {
        if (this.environment.name !== 'ssr' || modules.length === 0) return undefined;
        const { client } = server.environments;
        if (client.moduleGraph.getModulesByFile(file)) return undefined;
        // The page asks at once: by then nothing of what was made from the old file may be left.
        const outdated = new Set();
        for (const module of modules) {
          this.environment.moduleGraph.invalidateModule(module, outdated, timestamp, true);
        }
        client.hot.send({ type: 'full-reload' });
        return [];
      }
    }
  };
}
