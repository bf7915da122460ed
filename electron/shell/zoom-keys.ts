type Zoomed = Pick<Electron.WebContents, 'on' | 'getZoomLevel' | 'setZoomLevel'>;

/** Each step is 20 %; from half the size to three times as large. */
const STEP = 0.5;
const SMALLEST = -4;
const LARGEST = 6;

/**
 * Text as large as its user needs it. Elsewhere than on macOS Electron binds these keys to a menu, and there is none.
 * The level is kept by Chromium, with the page's origin.
 * https://www.electronjs.org/docs/latest/api/web-contents#event-before-input-event
 */
export function bindZoomKeys(contents: Zoomed, platform: NodeJS.Platform): void {
  if (platform === 'darwin') return;
  contents.on('before-input-event', (event, input) => {
    const level = zoomFor(input, contents.getZoomLevel());
    if (level === undefined) return;
    event.preventDefault();
    contents.setZoomLevel(level);
  });
}

/** The level that a key asks for; undefined: none of these keys. */
export function zoomFor(
  { type, key, control, alt, meta }: Pick<Electron.Input, 'type' | 'key' | 'control' | 'alt' | 'meta'>,
  level: number,
): number | undefined {
  if (type !== 'keyDown' || !control || alt || meta) return undefined;
  switch (key) {
    case '+':
    case '=':
      return Math.min(LARGEST, level + STEP);
    case '-':
    case '_':
      return Math.max(SMALLEST, level - STEP);
    case '0':
      return 0;
    default:
      return undefined;
  }
}
