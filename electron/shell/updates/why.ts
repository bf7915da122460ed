export interface Copy {
  isPackaged: boolean;
  /** Whether the packer wrote `app-update.yml`, which names the feed. */
  hasFeed: boolean;
  platform: NodeJS.Platform;
  /** The file of the AppImage that runs. */
  appImage: string | undefined;
  /** `deb` or `rpm`, as the packer wrote it beside the feed. */
  packageType: string | undefined;
}

/** Why this copy cannot update itself; undefined where it can. */
export function whyUnsupported({
  isPackaged,
  hasFeed,
  platform,
  appImage,
  packageType,
}: Copy): string | undefined {
  if (!isPackaged) return 'This copy runs from its sources: update it as you got it.';
  if (!hasFeed) return 'This copy was built without a feed of releases: get a newer one where you got it.';
  const isInstalled = appImage !== undefined || packageType === 'deb' || packageType === 'rpm';
  if (platform === 'linux' && !isInstalled) return 'Only the AppImage, deb and rpm can update themselves.';
  return undefined;
}

export const notSigned =
  'macOS updates only what a developer has signed, and this copy is not: get newer ones where you got it.';

const offline = 'The releases cannot be reached. Check the connection, then try again.';

/** By code or by words, as electron-updater, Chromium's network and the systems' installers have them. */
const reasons: readonly [RegExp, string][] = [
  [/ENOSPC|No space left|disk full/i, 'The disk is full. Make room, then try again.'],
  [
    /ERR_CHECKSUM_MISMATCH|sha512 checksum mismatch/i,
    'What came was damaged, and was thrown away. Try again.',
  ],
  [
    /ERR_UPDATER_INVALID_SIGNATURE|code signature|not signed|validation/i,
    'Its signature is not right, so that it was not installed. Get it by hand from the project’s releases.',
  ],
  [
    /read-only volume|EROFS|EACCES|EPERM|Operation not permitted/i,
    'The app may not be changed where it lies. Move it to a folder of your own, on a Mac to Applications, then start it there.',
  ],
  [
    /ERR_UPDATER_(NO_PUBLISHED_VERSIONS|LATEST_VERSION_NOT_FOUND|CHANNEL_FILE_NOT_FOUND|RELEASE_NOT_FOUND|ASSET_NOT_FOUND|ZIP_FILE_NOT_FOUND|NO_FILES_PROVIDED)|HttpError: 404|status 404/,
    'There is no release for this system yet. Try again later.',
  ],
  [/(?:HttpError:|status) (403|429)/, 'The releases were asked for too often. Try again in an hour.'],
  [
    /net::ERR_|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|(?:HttpError:|status) 5\d\d|aborted by the server/,
    offline,
  ],
];

/** What went wrong, and what to do next. Of the error's own words nothing is passed on: they may hold paths and addresses. */
export function whyFailed(error: unknown): string {
  const {
    code = '',
    name = '',
    message = String(error),
  } = (error ?? {}) as { code?: unknown; name?: string; message?: string };
  const words = `${String(code)} ${name}: ${message}`;
  return (
    reasons.find(([pattern]) => pattern.test(words))?.[1] ??
    'It failed for a reason not known here. Try again later.'
  );
}
