/** What a saved body is called: by the delivery, and by what its bytes are. */
export function bodyFileName(deliveryId: string, text: string | undefined, isJson: boolean): string {
  const name = deliveryId.replace(/[^\w-]/g, '');
  return `greenroom-${name}.${text === undefined ? 'bin' : isJson ? 'json' : 'txt'}`;
}

/** Hands the bytes to the browser to keep, byte for byte; never as a type that it would open. */
export function saveBody(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it once this task is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
