import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeEvents, preventable } from '../testing.ts';
import { type Guarded, lockDown } from './lock-down.ts';
import type { NavigatingContents } from './navigation.ts';
import { isLocal } from './network.ts';

type OnRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

afterEach(() => void vi.restoreAllMocks());

function setUp(openExternal: (url: string) => Promise<void> = async () => {}) {
  const app = fakeEvents();
  const session = fakeEvents();
  const set = { permissionRequest: false, permissionCheck: false, device: false, spelling: true };
  let onRequest: OnRequest | undefined;

  lockDown({
    app: { on: app.on } satisfies Guarded['app'],
    shell: { openExternal } satisfies Guarded['shell'],
    session: {
      on: session.on,
      setPermissionRequestHandler: () => {
        set.permissionRequest = true;
      },
      setPermissionCheckHandler: () => {
        set.permissionCheck = true;
      },
      setDevicePermissionHandler: () => {
        set.device = true;
      },
      setSpellCheckerEnabled: (enabled) => {
        set.spelling = enabled;
      },
      webRequest: {
        onBeforeRequest: (_filter: Electron.WebRequestFilter, listener: OnRequest) => {
          onRequest = listener;
        },
      } as unknown as Electron.WebRequest,
    } satisfies Guarded['session'],
  });

  const contents = () => {
    const { on, emit } = fakeEvents();
    let open: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
    const one = {
      on,
      setWindowOpenHandler: (handler) => {
        open = handler;
      },
    } satisfies NavigatingContents;
    app.emit('web-contents-created', {}, one);
    return { emit, open: (url: string) => open?.({ url } as Electron.HandlerDetails) };
  };
  const cancelled = (url: string) => {
    let response: Electron.CallbackResponse = {};
    onRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, (given) => {
      response = given;
    });
    return response.cancel;
  };
  return { set, session, contents, cancelled };
}

describe('the session', () => {
  it('gets every handler', () => {
    expect(setUp().set).toEqual({
      permissionRequest: true,
      permissionCheck: true,
      device: true,
      spelling: false,
    });
  });

  it('saves no file', () => {
    const event = preventable({});
    setUp().session.emit('will-download', event);
    expect(event.defaultPrevented).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1:4781/',
    'wss://example.org/',
    'file:///etc/passwd',
    'app://other/',
    '',
  ])('fetches nothing from %j', (url) => {
    expect(setUp().cancelled(url)).toBe(true);
    expect(isLocal(url)).toBe(false);
  });

  it.each([
    'app://greenroom/',
    'app://greenroom/assets/a.js',
    'data:image/png;base64,',
    'devtools://devtools/x.js',
  ])('fetches %s', (url) => expect(setUp().cancelled(url)).toBe(false));
});

describe('all web contents', () => {
  it('have no webview', () => {
    const event = preventable({});
    setUp().contents().emit('will-attach-webview', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });

  it('stay where they are', () => {
    const event = preventable({ url: 'file:///x', isMainFrame: true });
    setUp().contents().emit('will-navigate', event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('open a link outside, and live with a browser that does not', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const opened: string[] = [];
    const { contents } = setUp(async (url) => {
      opened.push(url);
      throw new Error('no browser');
    });
    expect(contents().open('https://example.org/')).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce());
    expect(opened).toEqual(['https://example.org/']);
  });
});
