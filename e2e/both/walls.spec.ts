import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './app.ts';

/** What the page must not be able to do, whatever it is talked into; proved in the page, on both hosts. */

let stranger: Server;
let strangersUrl: string;
let hits: string[] = [];

test.beforeAll(async () => {
  stranger = createServer(({ url }, response) => {
    hits.push(url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('<title>stranger</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  strangersUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
test.afterAll(() => stranger.close());
test.beforeEach(() => {
  hits = [];
});

test('no inline script, no handler in markup and no text runs as code', async ({ app }) => {
  const ran = await app.window.evaluate(async () => {
    const marks = globalThis as { ran?: string[] };
    marks.ran = [];
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran.push("inline")';
    document.body.append(script);
    const loaded = Promise.withResolvers<void>();
    const image = document.createElement('img');
    image.addEventListener('error', () => loaded.resolve());
    image.setAttribute('onerror', 'globalThis.ran.push("handler")');
    image.src = 'data:image/png;base64,AAAA';
    document.body.append(image);
    await loaded.promise;
    const evaluated = await new Promise<string>((resolve) => {
      // From a task of the page's own, where the page's own policy counts.
      setTimeout(() => {
        try {
          resolve(String(new Function('return "ran"')()));
        } catch {
          resolve('refused');
        }
      });
    });
    script.remove();
    image.remove();
    return [...marks.ran, evaluated];
  });
  expect(ran).toEqual(['refused']);
});

test('nothing is fetched from, sent to or shown of another place', async ({ app }) => {
  const outcome = await app.window.evaluate(async (url) => {
    const asks = ['/fetch', '/no-cors'].map((path, index) =>
      fetch(url + path, index === 0 ? {} : { mode: 'no-cors' }).then(
        () => `${path} reached`,
        () => 'refused',
      ),
    );
    const load = (make: () => HTMLElement) =>
      new Promise<string>((resolve) => {
        const element = make();
        element.addEventListener('error', () => resolve('refused'));
        element.addEventListener('load', () => resolve(`${element.tagName} reached`));
        document.body.append(element);
      });
    const image = load(() => Object.assign(new Image(), { src: `${url}/image` }));
    const script = load(() => Object.assign(document.createElement('script'), { src: `${url}/script` }));
    const style = load(() =>
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style` }),
    );
    const socket = new Promise<string>((resolve) => {
      try {
        const one = new WebSocket(url.replace('http', 'ws'));
        one.addEventListener('open', () => resolve('socket reached'));
        one.addEventListener('error', () => resolve('refused'));
      } catch {
        resolve('refused');
      }
    });
    navigator.sendBeacon(`${url}/beacon`, 'x');
    return Promise.all([...asks, image, script, style, socket]);
  }, strangersUrl);
  expect(outcome).toEqual(outcome.map(() => 'refused'));
  expect(hits).toEqual([]);
});

test('no frame shows anything, not even our own page', async ({ app }) => {
  const violations = await app.window.evaluate(async (url) => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      blocked.push(effectiveDirective);
    });
    for (const src of [`${url}/frame`, location.origin, 'data:text/html,<p>x</p>']) {
      const heard = blocked.length;
      const frame = Object.assign(document.createElement('iframe'), { src });
      document.body.append(frame);
      while (blocked.length === heard) await new Promise((resolve) => setTimeout(resolve, 5));
      frame.remove();
    }
    return blocked;
  }, strangersUrl);
  expect(violations).toEqual(['frame-src', 'frame-src', 'frame-src']);
  expect(hits).toEqual([]);
});

test('no form is sent, and no object or webview comes to life', async ({ app }) => {
  const { directives, webview } = await app.window.evaluate(async (url) => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      directives.push(effectiveDirective);
    });
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' });
    document.body.append(form);
    form.submit();
    document.body.append(Object.assign(document.createElement('object'), { data: `${url}/object` }));
    const webview = document.createElement('webview');
    webview.setAttribute('src', `${url}/webview`);
    document.body.append(webview);
    while (directives.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    return { directives: directives.sort(), webview: 'getWebContentsId' in webview };
  }, strangersUrl);
  expect(directives).toEqual(['form-action', 'object-src']);
  expect(webview).toBe(false);
  expect(hits).toEqual([]);
});

test('no camera, microphone or place', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation'] as PermissionName[];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name })).state),
    );
    const asked = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      ({ name }: Error) => name,
    );
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : `code ${code}`),
      );
    });
    return { states, asked, place };
  });
  expect(answers).toMatchObject({ states: ['denied', 'denied', 'denied'], place: 'denied' });
  // The desktop app has the microphones of its machine, if any.
  expect(answers.asked).toMatch(app.kind === 'browser' ? /^NotAllowedError$/ : /^Not(Allowed|Found)Error$/);
});

test('no Node, no Electron, and one bridge of two functions at the most', async ({ app }) => {
  const found = await app.window.evaluate(() => ({
    names: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys((globalThis as { greenroom?: object }).greenroom ?? {}),
  }));
  expect(found).toEqual({ names: [], bridge: app.kind === 'desktop' ? ['call', 'on'] : [] });
});
