/**
 * Keeps text alive that a translator has replaced. Page translation, in browsers and by extensions, puts a `<font>` in
 * the place of a text node; whoever holds that node goes on writing into something that is on no page, and what is
 * shown stays as it was: a wrong number. So the node returns to its place, empty, beside its replacement. When
 * something is written into it, or it is taken away, the replacement goes; when the replacement goes, its words return.
 *
 * @param root what is watched
 * @returns ends it
 */
export function keepTextAlive(root: HTMLElement): () => void {
  const originals = new Map<Text, { readonly replacement: Element; readonly words: string }>();

  function letGo(text: Text): void {
    originals.get(text)?.replacement.remove();
    originals.delete(text);
  }

  function takeBack(text: Text, replacement: Element): void {
    letGo(text);
    for (const known of originals.keys()) if (!known.isConnected) originals.delete(known);
    originals.set(text, { replacement, words: text.data });
    text.data = '';
    replacement.after(text);
    observer.observe(text, { characterData: true });
  }

  /** What a translator has put where a text was: in one stroke, or before it and then taken the text away. */
  function replacementOf({ addedNodes, previousSibling, nextSibling }: MutationRecord): Element | undefined {
    return [...addedNodes, previousSibling, nextSibling].find(
      (node): node is Element =>
        node instanceof Element && node.tagName === 'FONT' && node.isConnected && !isKnown(node)
    );
  }

  const isKnown = (element: Element) =>
    [...originals.values()].some(({ replacement }) => replacement === element);

  function onRecord(record: MutationRecord): void {
    if (record.type === 'characterData') {
      if (record.target instanceof Text) letGo(record.target);
      return;
    }
    for (const node of record.removedNodes) {
      if (node.isConnected) continue;
      if (node instanceof Text) {
        const replacement = replacementOf(record);
        if (replacement && node.data.trim()) takeBack(node, replacement);
        else if (originals.has(node)) letGo(node);
      } else if (node instanceof Element && node.tagName === 'FONT') {
        for (const [text, { replacement, words }] of originals) {
          if (replacement !== node) continue;
          originals.delete(text);
          text.data = words;
        }
      }
    }
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) onRecord(record);
    // What was done here is no news.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
