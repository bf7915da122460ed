import type { Page } from '@playwright/test';
import type { RunningHost } from '../bench/host.ts';
import { deliver, joined, said } from './host.ts';
import { expect, rungIn, test } from './own-browser.ts';

/** Alerts in a real browser, with real notifications, and tabs of which one is in front. */

async function anEndpoint(host: RunningHost) {
  const { localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 's',
  });
  return (body: string) => deliver(localUrl, 's', body);
}

/** What became of the newest thing that happened in a session, and why not or how that went. */
async function decided(host: RunningHost, vendorSessionId: string) {
  const session = (await sessionsOf(host)).find((one) => one.vendorSessionId === vendorSessionId);
  const { decisions } = await host.get('alert.decisions', {});
  const newest = decisions.find(({ sessionId }) => session && sessionId === session.id);
  return newest && [newest.outcome, newest.reason ?? newest.shown];
}

const told = ['told', 'shown'];
const join = 'Someone joined Lobby: Room lobby · Lobby';

const sessionsOf = async (host: RunningHost) => (await host.get('session.list', {})).sessions;

const isSeen = (page: Page) =>
  page.evaluate(() => document.visibilityState === 'visible' && document.hasFocus());

/** Once the core knows that this session is in front of the user. */
function isTold(page: Page, sessionId: string | null): Promise<unknown> {
  return page.waitForResponse((response) => {
    if (!response.url().endsWith('/api/attention.set')) return false;
    return response.request().postDataJSON().sessionId === sessionId;
  });
}

test('a join rings once though two tabs are open, and in the other when the first is closed', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await own.allowNotifications('granted');
  const first = await own.open(host.link);
  const second = await own.open(`${host.ui}/#/settings`);
  await send(joined('visit-1'));
  await expect.poll(() => decided(host, 'visit-1')).toEqual(told);
  expect(await rungIn(first, second)).toEqual([join]);
  expect((await host.get('status.get', {})).alerts.state).toBe('working');

  const isTaken = second.waitForResponse(/only=alert/);
  await first.close();
  await isTaken;
  await send(joined('visit-2'));
  await expect.poll(() => decided(host, 'visit-2')).toEqual(told);
  expect(await rungIn(second)).toEqual([join]);
});

test('a hidden tab rings and counts when its own stream is closed; a press opens the session', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await own.allowNotifications('granted');
  const page = await own.open(host.link);
  const isClosed = page.waitForEvent('requestfailed', (request) => request.url().includes('/pushes?after'));
  await own.leave();
  expect(await isSeen(page)).toBe(false);
  await isClosed;
  await send(joined('visit-1'));
  await expect.poll(() => decided(host, 'visit-1')).toEqual(told);
  expect(await rungIn(page)).toEqual([join]);
  await expect(page).toHaveTitle('(1) Greenroom');

  await page.evaluate(() => window.rung[0]?.dispatchEvent(new Event('click')));
  const [session] = await sessionsOf(host);
  await expect(page).toHaveURL(`${host.ui}/#/sessions/${session?.id}`);
  await page.bringToFront();
  await expect(page.getByRole('log', { name: 'Transcript' })).toContainText('joined');
  await expect(page).toHaveTitle('Sessions · Greenroom');
});

test('the session in front of the user does not ring; another one does, and so does it when it is left', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await host.get('settings.set', { alertJoined: false, alertChat: 'users' });
  await send(joined('read'));
  await send(joined('other'));
  await own.allowNotifications('granted');
  const page = await own.open(host.link);
  const read = (await sessionsOf(host)).find(({ vendorSessionId }) => vendorSessionId === 'read')?.id ?? '';

  const isRead = isTold(page, read);
  await page.goto(`${host.ui}/#/sessions/${read}`);
  await isRead;
  await send(said('read', 'I am being read'));
  await expect.poll(() => decided(host, 'read')).toEqual(['silent', 'in_view']);
  await send(said('other', 'And I am not'));
  await expect.poll(() => decided(host, 'other')).toEqual(told);
  expect(await rungIn(page)).toHaveLength(1);

  const isLeft = isTold(page, null);
  await own.leave();
  await isLeft;
  await send(said('read', 'Are you still there?'));
  await expect.poll(() => decided(host, 'read')).toEqual(told);
  expect(await rungIn(page)).toHaveLength(2);
});

test('a pause silences, says why and until when, and is ended there', async ({ host, own }) => {
  const send = await anEndpoint(host);
  await own.allowNotifications('granted');
  const page = await own.open(host.link);
  await page.goto(`${host.ui}/#/settings/alerts`);
  await page.getByRole('button', { name: '1 hour' }).click();
  await expect(page.getByText(/^Paused until .*\d\d:\d\d$/)).toBeVisible();
  await send(joined('visit-1'));
  await page.getByRole('link', { name: 'See what you were told of' }).click();
  const decisions = page.getByRole('list', { name: 'Decisions' });
  await expect(decisions).toContainText('Not told. Alerts were paused.');
  expect(await rungIn(page)).toEqual([]);

  await decisions.getByRole('link', { name: 'See the pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Until tomorrow' })).toBeVisible();
  await send(joined('visit-2'));
  await expect.poll(() => rungIn(page)).toEqual([join]);
});

test('a test alert shows what comes of it', async ({ host, own }) => {
  await own.allowNotifications('granted');
  const page = await own.open(host.link);
  await page.goto(`${host.ui}/#/settings/alerts`);
  const shown = page.getByRole('region', { name: 'Are they shown?' });
  await expect(shown).toContainText('None was needed since Greenroom started.');
  await shown.getByRole('button', { name: 'Show a test alert' }).click();
  await expect(shown).toContainText('It was shown. If you did not see it');
  expect(await rungIn(page)).toHaveLength(1);
});

test('where the browser does not allow it, the page tells instead, and Settings says why', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await own.allowNotifications('denied');
  const page = await own.open(host.link);
  await page.goto(`${host.ui}/#/settings/alerts.shown`);
  const shown = page.getByRole('region', { name: 'Are they shown?' });
  await expect(shown).toContainText('Blocks alerts of Greenroom.');
  await expect(shown).toContainText('set Notifications to Allow');
  await send(joined('visit-1'));
  const toast = page.getByRole('region', { name: 'New notices' }).getByRole('link', { name: /joined Lobby/ });
  await expect(toast).toBeVisible();
  await expect(shown).toContainText('It was not shown. Nothing is open that could show alerts.');
  expect(await rungIn(page)).toEqual([]);

  await toast.click();
  const [session] = await sessionsOf(host);
  await expect(page).toHaveURL(`${host.ui}/#/sessions/${session?.id}`);
  await expect(toast).toBeHidden();
});

test('a permission that is taken back while it runs is noticed, and so is one that is given', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await own.allowNotifications('granted');
  const page = await own.open(host.link);
  await page.goto(`${host.ui}/#/settings/alerts.shown`);
  const shown = page.getByRole('region', { name: 'Are they shown?' });
  await expect(shown).toContainText('Lets Greenroom show alerts');
  await own.allowNotifications('prompt');
  await expect(shown.getByRole('button', { name: 'Allow alerts' })).toBeVisible();
  await send(joined('visit-1'));
  await expect.poll(() => decided(host, 'visit-1')).toEqual(['told', 'unheard']);

  const isHeard = page.waitForResponse(/only=alert/);
  await own.allowNotifications('granted');
  await isHeard;
  await send(joined('visit-2'));
  await expect.poll(() => rungIn(page)).toEqual([join]);
});

test('by keyboard alone: a session is muted where it is read, and unmuted where the reason stands', async ({
  host,
  own,
}) => {
  const send = await anEndpoint(host);
  await send(joined('visit-1'));
  await expect.poll(async () => (await sessionsOf(host)).length).toBe(1);
  const [session] = await sessionsOf(host);
  const page = await own.open(host.link);
  const { keyboard } = page;
  const tabTo = async (target: ReturnType<Page['locator']>) => {
    for (let i = 0; i < 60; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there');
  };
  await page.goto(`${host.ui}/#/sessions/${session?.id}`);
  await page.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  await tabTo(page.getByRole('button', { name: 'Mute', exact: true }));
  await keyboard.press('Enter');
  await tabTo(page.getByRole('checkbox', { name: 'Mute this session' }));
  await keyboard.press('Space');
  await keyboard.press('Escape');
  const mark = page.getByRole('option').getByRole('img', { name: 'Muted: no alerts of this session' });
  await expect(mark).toBeVisible();
  expect((await host.get('settings.get', {})).muted).toEqual([{ kind: 'session', id: session?.id }]);

  await send(joined('visit-1'));
  await expect.poll(() => decided(host, 'visit-1')).toEqual(['silent', 'muted_session']);
  await keyboard.press('ControlOrMeta+6');
  await tabTo(page.getByRole('link', { name: 'Why was I not told?' }));
  await keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Unmute' }).first());
  await keyboard.press('Enter');
  await expect.poll(async () => (await host.get('settings.get', {})).muted).toEqual([]);

  await tabTo(page.getByRole('link', { name: 'Alerts', exact: true }));
  await keyboard.press('Enter');
  await tabTo(page.getByRole('switch', { name: 'Idle and ended sessions' }));
  await keyboard.press('Space');
  await tabTo(page.getByRole('radio', { name: 'Nothing' }));
  await keyboard.press('ArrowRight');
  await tabTo(page.getByRole('textbox', { name: 'Watched words' }));
  for (const word of ['refund', 'a human']) {
    await keyboard.type(word);
    await keyboard.press('Enter');
  }
  await tabTo(page.getByRole('button', { name: 'Remove “refund”' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove “a human”' })).toBeFocused();
  await expect
    .poll(() => host.get('settings.get', {}))
    .toMatchObject({ alertSessions: true, alertChat: 'watched', watchedWords: ['a human'] });
});
