import type { TrayState } from './tray-model.ts';

/**
 * The file that shows a state, in the folder of tray images.
 * - macOS: a template image, which the system colours; `@2x` beside it is found by itself.
 * - Windows: an .ico, out of which the size for the screen is taken; of PNGs only the one for 1× would be used.
 * - Linux: a PNG, of which the largest beside it is given to the panel.
 * No system tells an app how light its panel is, so that there is one image for all of them.
 * https://www.electronjs.org/docs/latest/api/tray#platform-considerations
 */
export function trayImage(state: TrayState, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return `${state}Template.png`;
  return platform === 'win32' ? `${state}.ico` : `${state}.png`;
}

/** The mark on a Windows taskbar button while alerts are unread. */
export const unreadOverlay = 'overlay-unread.png';
