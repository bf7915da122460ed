import { deliver, expect, joined, said, test } from './host.ts';

test('one search: a command, an endpoint, a session and words that were said, by keyboard alone', async ({
  host,
  window,
}) => {
  const { id, localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Zoë at the desk',
    secret: 's',
  });
  await deliver(localUrl, 's', joined('visit', 'suite 7'));
  await deliver(localUrl, 's', said('visit', 'Could you move it to Friday?'));
  const { keyboard } = window;
  const results = window.getByRole('listbox', { name: 'Search results' });
  const options = results.getByRole('option');
  const find = async (words: string) => {
    await keyboard.press('ControlOrMeta+k');
    await keyboard.type(words);
  };

  await find('pause hour');
  await expect(options.first()).toContainText('Pause alerts for an hour');
  await keyboard.press('Enter');
  await expect.poll(async () => (await host.get('settings.get', {})).pausedUntil).not.toBeNull();
  await expect(results).toBeHidden();
  await find('resume');
  await expect(options.first()).toContainText('Resume alerts');
  await keyboard.press('Enter');
  await expect.poll(async () => (await host.get('settings.get', {})).pausedUntil).toBeNull();
  await expect(results).toBeHidden();

  await find('zoe');
  await expect(window.getByRole('group', { name: 'Go to, or do' }).getByRole('option').first()).toContainText(
    'Zoë at the desk',
  );
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/endpoints/${id}$`));

  await expect.poll(async () => (await host.get('search', { query: 'friday' })).events.length).toBe(1);
  await find('friday');
  const said7 = window.getByRole('group', { name: 'In what happened' }).getByRole('option');
  await expect(said7).toHaveCount(1);
  // Painted over the words, without a change to them.
  await expect
    .poll(() =>
      window.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString())),
    )
    .toEqual(['Friday']);
  await keyboard.press('Enter');
  await expect(window).toHaveURL(/#\/sessions\//);
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('Could you move it to Friday?');

  await find('nothing at all like this');
  await expect(window.getByText('Nothing found.')).toBeVisible();
  await keyboard.press('Escape');
  await expect(results).toBeHidden();
});

test('? shows every shortcut, but not while writing, and Esc closes it', async ({ window }) => {
  await window.getByRole('heading', { level: 1 }).waitFor();
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type('?');
  await expect(sheet).toBeHidden();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await window.keyboard.press('?');
  await expect(sheet).toContainText('Go to Deliveries');
  await expect(sheet.locator('kbd').first()).toHaveText(/Ctrl|⌘/);
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await window.keyboard.press('ControlOrMeta+3');
  await expect(window.getByRole('heading', { level: 1, name: 'Deliveries' })).toBeVisible();
});
