/**
 * Puts a text on the clipboard.
 *
 * @param mark marks the text where it stands, so that it can be copied by hand where the browser does not allow this
 * @returns whether it is there
 */
export async function copyText(text: string, mark: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    mark();
    return false;
  }
}
