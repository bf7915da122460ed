import { cleanText } from '../../../shared/clean-text.ts';

/** As `alert.outcome` takes it. */
const longest = 300;

/** Where no notification can be made at all. */
export function whyUnsupported(platform: NodeJS.Platform): string {
  if (platform === 'linux') {
    return 'No notification service was found: install libnotify and start the notification service of the desktop, then start Greenroom again.';
  }
  return 'The system offers no notifications to Greenroom: install it with its installer, then start it again.';
}

/**
 * Why one was not shown, and what to do.
 * @param error the system's own words, in any language; may be empty
 */
export function whyFailed(error: string, platform: NodeJS.Platform): string {
  const own = cleanText(error, 120);
  return cleanText(own ? `${step(own, platform)} (${own})` : step(own, platform), longest);
}

function step(error: string, platform: NodeJS.Platform): string {
  if (platform === 'darwin') {
    return 'macOS does not let Greenroom notify: allow it under System Settings, Notifications. A copy that is not signed is not listed there.';
  }
  if (platform === 'win32') {
    return /settings/i.test(error)
      ? 'Windows does not let Greenroom notify: allow it under Settings, System, Notifications.'
      : 'Windows did not show it: look under Settings, System, Notifications, and start Greenroom from the Start menu once.';
  }
  return 'The notification service of the desktop did not take it: look whether it runs.';
}
