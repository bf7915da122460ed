import type { EventKind } from '../../shared/events.ts';

/** Who is in the pictures, and what they say: made up, and as long as real words are. */

export interface Avatar {
  name: string;
  vendor: 'bithuman' | 'bithuman-dashboard' | 'unith';
  agentId: string;
  /** Where its vendor names one. */
  rooms: readonly string[];
}

export const mira: Avatar = {
  name: 'Concierge Mira',
  vendor: 'bithuman-dashboard',
  agentId: 'A12BCD3456',
  rooms: ['customer-support', 'suite-12', 'lobby'],
};
export const okafor: Avatar = {
  name: 'Tutor Okafor',
  vendor: 'bithuman-dashboard',
  agentId: 'A77KLM2048',
  rooms: ['algebra-2', 'geometry', 'physics-1'],
};
export const desk: Avatar = { name: 'Front desk', vendor: 'unith', agentId: 'head-4821', rooms: [] };
export const studio: Avatar = { name: 'Studio', vendor: 'bithuman', agentId: 'A91XMB7113', rooms: [] };
export const cast: readonly Avatar[] = [mira, okafor, desk, studio];

/** The secret that all of them sign with. */
export const secret = 'a secret of the pictures';

export interface Moment {
  avatar: Avatar;
  /** The session it belongs to. */
  session: string;
  kind: EventKind;
  room?: string;
  role?: 'user' | 'assistant';
  text?: string;
}

/** Visitor and avatar in turns; the visitor begins. */
export const talks: ReadonlyMap<Avatar, readonly (readonly string[])[]> = new Map([
  [
    mira,
    [
      [
        'Hello, I need help with my booking',
        'Good afternoon! Of course. Which evening is it for?',
        'Thursday, half past seven, two people.',
        'Your table is booked for Thursday at 19:30.',
        'Could you move it to Friday instead?',
        'Gladly: Friday at 19:30, a table for two by the window.',
      ],
      [
        'Is breakfast included in the suite?',
        'It is, from half past six to eleven, on the terrace when the weather is kind.',
        'And can we check out late?',
        'Until two o’clock at no charge. Shall I note it for suite 12?',
        'Yes please!',
      ],
      ['Where do I find the pool?', 'One floor down, past the library. Towels are waiting there.'],
    ],
  ],
  [
    okafor,
    [
      [
        'I do not get why we add six on both sides',
        'Because the equation stays in balance: what one side gets, the other gets too.',
        'So x is minus two?',
        'Exactly. Put it back in: three times minus two, plus six, is zero.',
        'Show me the second step again',
      ],
      [
        'What is a right angle good for?',
        'It lets you find the third side of a triangle from the other two.',
        'With the squares?',
        'With the squares. Try it with three and four.',
        'Five!',
      ],
    ],
  ],
]);
