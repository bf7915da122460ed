import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputs } from '../../../shared/contract.ts';
import { whyFailed, whyUnsupported } from './words.ts';

const systems = ['darwin', 'win32', 'linux'] as const;

describe('whyFailed', () => {
  it.each([
    ['darwin', 'Notifications are not allowed for this application', 'System Settings, Notifications'],
    ['darwin', 'The operation couldn’t be completed. (UNErrorDomain error 1.)', 'not signed'],
    [
      'win32',
      'Notification failed - Settings prevent the notification from being delivered. (HRESULT: -2143420143)',
      'allow it under Settings',
    ],
    ['win32', 'WinAPI: Show failed, ERROR (HRESULT: -2147024891)', 'Start menu'],
    ['linux', '', 'service of the desktop'],
  ] as const)('on %s, %s', (platform, error, expected) => {
    const reason = whyFailed(error, platform);
    expect(reason).toContain(expected);
    if (error) expect(reason).toContain(error.slice(0, 60));
    else expect(reason).not.toContain('(');
  });

  it('is always a reason that can be told', () => {
    const reason = inputs['alert.outcome'].shape.reason;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2_000 }),
        fc.constantFrom(...systems),
        (error, platform) => {
          const told = whyFailed(error, platform);
          expect(reason.parse(told)).toBe(told);
          expect(told).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });

  it.each(systems)('and so is that there are none, on %s', (platform) => {
    expect(inputs['alert.outcome'].shape.reason.parse(whyUnsupported(platform))).toBe(
      whyUnsupported(platform),
    );
  });
});
