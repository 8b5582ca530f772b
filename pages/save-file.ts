/** Has the browser save a text as a file. */
export function saveFile(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** "allegedly-backup-2026-05-06.json". */
export function datedName(what: string, ending: string): string {
  return `allegedly-${what}-${new Date().toISOString().slice(0, 10)}.${ending}`;
}
