import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeEvents, preventable } from '../testing.ts';
import { confineNavigation, decideNavigation, type NavigatingContents } from './navigation.ts';

const own = 'app://greenroom/#/live';
const link = 'https://docs.bithuman.ai/webhooks?a=1#b';

describe('decideNavigation', () => {
  it.each([
    [own, 'stay'],
    ['app://greenroom/', 'stay'],
    ['app://greenroom/index.html', 'stay'],
    ['app://greenroom/assets/a.js', 'deny'],
    ['app://other/', 'deny'],
    [link, 'outside'],
    ['https://example.org', 'outside'],
    ['HTTPS://EXAMPLE.ORG', 'outside'],
    ['http://example.org/', 'deny'],
    ['https://user:password@example.org/', 'deny'],
    ['https://user@example.org/', 'deny'],
    [`https://example.org/${'a'.repeat(2_100)}`, 'deny'],
    ['https://', 'deny'],
    ['javascript:alert(1)', 'deny'],
    ['data:text/html,<script>1</script>', 'deny'],
    ['file:///etc/passwd', 'deny'],
    ['file://server/share/run.exe', 'deny'],
    ['smb://server/share', 'deny'],
    ['ms-msdt:/id', 'deny'],
    ['mailto:a@example.org', 'deny'],
    ['vbscript:x', 'deny'],
    ['blob:app://greenroom/1', 'deny'],
    ['about:blank', 'deny'],
    ['chrome://gpu', 'deny'],
    ['devtools://devtools/x', 'deny'],
    [' ', 'deny'],
    ['', 'deny'],
    ['//example.org', 'deny'],
  ])('%s: %s', (address, decision) => expect(decideNavigation(address)).toBe(decision));

  it('lets nothing out but https', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'ftp', 'file', 'app', 'https'] })),
        (address) => {
          if (decideNavigation(address) === 'outside') expect(new URL(address).protocol).toBe('https:');
        },
      ),
    );
  });
});

function setUp() {
  const { on, emit } = fakeEvents();
  const opened: string[] = [];
  let openWindow: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;
  const contents = {
    on,
    setWindowOpenHandler: (handler) => {
      openWindow = handler;
    },
  } satisfies NavigatingContents;
  confineNavigation(contents, (url) => void opened.push(url));

  const navigate = (name: string, url: string, isMainFrame = true) => {
    const event = preventable({ url, isMainFrame });
    emit(name, event);
    return event.defaultPrevented;
  };
  return { opened, navigate, open: (url: string) => openWindow?.({ url } as Electron.HandlerDetails) };
}

describe('confineNavigation', () => {
  it.each(['will-frame-navigate', 'will-navigate'])('lets the page load itself anew: %s', (name) => {
    expect(setUp().navigate(name, own)).toBe(false);
  });

  it.each(['will-frame-navigate', 'will-navigate', 'will-redirect'])(
    'keeps the page where it is: %s',
    (name) => {
      for (const url of [link, 'https://example.org/', 'file:///x', 'javascript:1', 'about:blank']) {
        expect(setUp().navigate(name, url)).toBe(true);
      }
    },
  );

  it('follows no redirect, not even to the page', () =>
    expect(setUp().navigate('will-redirect', own)).toBe(true));

  it('lets a frame show nothing', () => {
    const { navigate, opened } = setUp();
    expect(navigate('will-frame-navigate', own, false)).toBe(true);
    expect(navigate('will-frame-navigate', link, false)).toBe(true);
    expect(opened).toEqual([]);
  });

  it('opens a link of the page in the browser, once', () => {
    const { navigate, opened } = setUp();
    navigate('will-frame-navigate', link);
    navigate('will-navigate', link);
    expect(opened).toEqual([link]);
  });

  it('opens no window, and outside only what may go there', () => {
    const { open, opened } = setUp();
    for (const url of [link, own, 'file:///x', 'http://example.org/', 'about:blank', '']) {
      expect(open(url)).toEqual({ action: 'deny' });
    }
    expect(opened).toEqual([link]);
  });
});
