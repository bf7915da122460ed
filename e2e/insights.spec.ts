import { deliver, expect, joined, said, test } from './host.ts';

test('what happened today, as figures, as a chart by keyboard, and as a table', async ({ host, window }) => {
  const { id, localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Concierge Mira',
    secret: 's',
  });
  await window.getByRole('link', { name: 'Insights' }).click();
  await expect(window.getByText('Nothing happened in this time')).toBeVisible();
  await deliver(localUrl, 's', joined('visit'));
  await deliver(localUrl, 's', said('visit', 'Hello?'));
  await deliver(localUrl, 's', said('visit', 'Good day.', 'assistant'));
  await host.get('sample.send', { endpointId: id });
  const now = () => ({ from: null, to: new Date(Date.now() + 3_600_000).toISOString(), timeZone: 'UTC' });
  // Counted a moment after they are kept; a sample is not.
  await expect
    .poll(async () => (await host.get('insights.get', now())).totals)
    .toEqual({ sessions: 1, joins: 1, messages: 2, failed: 0 });

  await window.getByRole('radio', { name: 'Today' }).check({ force: true });
  const figures = window.locator('dl[aria-label="Figures"]');
  await expect(figures).toContainText('Messages2');
  const chart = window.getByRole('group', { name: /^Over time/ });
  await expect(chart.locator('canvas')).toBeVisible();
  await chart.focus();
  await window.keyboard.press('End');
  await expect(window.getByRole('status').filter({ hasText: 'Messages: 2, Joins: 1' })).toBeAttached();
  await window.getByRole('button', { name: 'Show as a table' }).first().click();
  const rows = window.getByRole('region', { name: 'Over time' }).getByRole('row');
  await expect(rows.last()).toContainText(/1\s*1\s*2$/);

  await window.getByRole('combobox', { name: 'Endpoint' }).selectOption({ label: 'Concierge Mira' });
  await expect(figures).toContainText('Messages2');
  await window.getByRole('radio', { name: 'From – to' }).check({ force: true });
  await window.getByLabel('From', { exact: true }).fill('2020-01-02');
  await window.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(window.getByRole('alert')).toContainText('Choose a first day');
  await window.getByLabel('To', { exact: true }).fill('2020-01-03');
  await expect(window.getByText('Nothing happened in this time')).toBeVisible();
});
