/** Gives a text to the reader as a file. */
export function saveFile(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
