import type { EventKind } from '../../../shared/events.ts';

/** One thing that happens in a scene. One of `lines` is said; `{name}` stands for a value of the scene's case. */
export interface Moment {
  /** Seconds since the moment before. */
  after: number;
  kind: EventKind;
  role?: 'user' | 'assistant';
  lines?: readonly string[];
}

export interface Scene {
  vendorId: string;
  agentId: string;
  /** Seconds into the script. */
  startsAt: number;
  /** One of them is played each time round; its values belong together. */
  cases: readonly Readonly<Record<string, string>>[];
  moments: readonly Moment[];
}

const joins: Moment = { after: 0, kind: 'session.joined' };
const tells = (after: number, kind: EventKind, ...lines: string[]): Moment => ({ after, kind, lines });
const user = (after: number, ...lines: string[]): Moment => ({
  after,
  kind: 'chat.message',
  role: 'user',
  lines,
});
const avatar = (after: number, ...lines: string[]): Moment => ({
  after,
  kind: 'chat.message',
  role: 'assistant',
  lines,
});

const concierge: Scene = {
  vendorId: 'bithuman-dashboard',
  agentId: 'A48HTL2210',
  startsAt: 1,
  cases: [
    {
      name: 'Okafor',
      guests: 'four',
      guestsNow: 'six',
      early: 'seven',
      late: 'half past eight',
      place: 'terrace',
      dish: 'sea bass',
    },
    {
      name: 'Lindqvist',
      guests: 'two',
      guestsNow: 'three',
      early: 'half past six',
      late: 'eight',
      place: 'window side',
      dish: 'mushroom risotto',
    },
    {
      name: 'Haddad',
      guests: 'five',
      guestsNow: 'seven',
      early: 'quarter past seven',
      late: 'nine',
      place: 'garden room',
      dish: 'lamb',
    },
    {
      name: 'Moreau',
      guests: 'three',
      guestsNow: 'four',
      early: 'six',
      late: 'quarter to eight',
      place: 'gallery',
      dish: 'duck',
    },
  ],
  moments: [
    joins,
    avatar(
      2,
      'Good evening, and welcome back. How can I help?',
      'Good evening! What can I do for you?',
      'Hello, this is the concierge desk. How may I help you?',
    ),
    user(
      7,
      'Hi. We have a table tonight at {early}, under {name}. Can we move it?',
      'Hello, it’s {name}. I booked dinner for {early}, but we’re running late.',
      'I’d like to change a booking. {name}, tonight at {early}.',
    ),
    avatar(
      4,
      'Of course. I see {guests} people at {early}. What time would suit you better?',
      'Let me look… a table for {guests} at {early}, under {name}. When would you like to come?',
    ),
    user(
      8,
      'Around {late}, if you still have something.',
      'Could we do {late}?',
      'Our train is delayed, so rather {late}.',
    ),
    avatar(
      5,
      'At {late} the main room is full, but there is a table in the {place}. Would that be all right?',
      'I can offer you {late} in the {place}. The main room is taken by then, I’m afraid.',
    ),
    user(
      9,
      'The {place} is lovely, yes.',
      'Even better, we like the {place}.',
      'Is it quiet there? Then yes, please.',
    ),
    avatar(4, 'Wonderful. I have moved you to {late} in the {place}.', 'Done: {late}, in the {place}.'),
    user(
      8,
      'Oh, and we are {guestsNow} now. Is that a problem?',
      'One more thing: we’ll be {guestsNow}, not {guests}.',
      'Sorry, I nearly forgot. Can you make it {guestsNow}?',
    ),
    avatar(
      6,
      'Not at all. We will put another table next to yours for {guestsNow}.',
      '{guestsNow} works, with a little squeezing. I have changed it.',
    ),
    user(
      10,
      'Is the {dish} still on the menu?',
      'My wife asks whether you still have the {dish}.',
      'Someone told us about the {dish}. Is it on tonight?',
    ),
    avatar(
      5,
      'It is, and the kitchen can keep some aside for you. Shall I ask them to?',
      'Yes, tonight as well, though it goes quickly. Should I reserve a portion or two?',
    ),
    user(
      7,
      'Please do. Two portions.',
      'That would be great, two please.',
      'Yes, and one of us can’t have nuts.',
    ),
    avatar(5, 'I have noted it for the kitchen.', 'Noted. The kitchen knows.'),
    user(8, 'Perfect, thank you so much.', 'You’ve saved our evening. Thanks!', 'Great. See you at {late}.'),
    avatar(4, 'My pleasure. See you at {late}.', 'With pleasure. Have a safe trip, and see you at {late}.'),
  ],
};

const frontDesk: Scene = {
  vendorId: 'bithuman-dashboard',
  agentId: 'A93DSK0417',
  startsAt: 34,
  cases: [
    {
      visitor: 'Tomasz',
      company: 'Brightwell',
      host: 'Ms. Ferreira',
      floor: 'fourth',
      room: 'Juniper',
      at: 'two',
    },
    {
      visitor: 'Aiko',
      company: 'Norden Print',
      host: 'Mr. Callahan',
      floor: 'second',
      room: 'Harbour',
      at: 'half past ten',
    },
    {
      visitor: 'Samuel',
      company: 'the city archive',
      host: 'Dr. Weiss',
      floor: 'sixth',
      room: 'Orchard',
      at: 'eleven',
    },
  ],
  moments: [
    joins,
    avatar(2, 'Hello, and welcome. Who are you here to see?', 'Good day! Do you have an appointment?'),
    user(
      6,
      'Hi, I’m {visitor} from {company}. I’m meeting {host} at {at}.',
      '{visitor}, from {company}. {host} is expecting me.',
      'Hello, I have a meeting with {host} at {at}. My name is {visitor}.',
    ),
    avatar(
      4,
      'Welcome, {visitor}. I’ll let {host} know that you are here.',
      'Thank you, {visitor}. I am telling {host} now.',
    ),
    user(
      10,
      'I’m a bit early. Is there somewhere to sit?',
      'Can I get a coffee while I wait?',
      'I’m ten minutes early. May I wait here?',
    ),
    avatar(
      4,
      'Of course: the lounge is to your left, and the coffee is on us.',
      'Please take a seat by the window. There is fresh coffee too.',
    ),
    user(12, 'Thanks. What’s the guest Wi-Fi?', 'Do I need a badge?', 'Which floor is it?'),
    avatar(
      4,
      'Your badge is printing just beside me; the Wi-Fi code is on its back.',
      'Everything is on the badge that is printing now: the floor, and the Wi-Fi code.',
    ),
    user(9, 'Got it.', 'Ah, there it is. Thanks.', 'Found it, thank you.'),
    avatar(
      8,
      '{host} is ready for you: room {room}, on the {floor} floor.',
      'You can go up now. {host} waits in {room}, {floor} floor, on the right.',
    ),
    user(6, 'Right or left from the lift?', 'Can I leave my suitcase here?', 'Thanks, have a good day!'),
    avatar(
      4,
      'Just ask at the desk up there, they will show you. Enjoy your meeting!',
      'My colleague beside the lift will take care of you. Have a good meeting, {visitor}!',
    ),
  ],
};

const tutor: Scene = {
  vendorId: 'bithuman-dashboard',
  agentId: 'A16MTH7735',
  startsAt: 66,
  cases: [
    {
      pupil: 'Mina',
      problem: '3x + 7 = 22',
      first: 'take away 7',
      second: 'divide by 3',
      middle: '3x = 15',
      wrong: 'x = 15',
      answer: 'x = 5',
    },
    {
      pupil: 'Jonas',
      problem: '5x − 4 = 26',
      first: 'add 4',
      second: 'divide by 5',
      middle: '5x = 30',
      wrong: 'x = 25',
      answer: 'x = 6',
    },
    {
      pupil: 'Priya',
      problem: 'x / 4 + 2 = 9',
      first: 'take away 2',
      second: 'multiply by 4',
      middle: 'x / 4 = 7',
      wrong: 'x = 7',
      answer: 'x = 28',
    },
    {
      pupil: 'Leo',
      problem: '2(x + 3) = 18',
      first: 'divide by 2',
      second: 'take away 3',
      middle: 'x + 3 = 9',
      wrong: 'x = 9',
      answer: 'x = 6',
    },
  ],
  moments: [
    joins,
    avatar(
      2,
      'Hi {pupil}! What are we working on today?',
      'Welcome back, {pupil}. Which one gives you trouble?',
    ),
    user(
      7,
      'I’m stuck on {problem}.',
      'Can you help me with {problem}? I don’t know where to start.',
      'Number 4 on the sheet: {problem}',
    ),
    avatar(
      5,
      'Nice one. What could you do on both sides to get closer to x alone?',
      'Good choice. Which part would you like to get rid of first?',
    ),
    user(11, 'Maybe {first}?', 'I think I have to {first}.', 'Hmm. {first}… on both sides?'),
    avatar(4, 'Exactly! And what is left then?', 'Yes. Write down what you get.'),
    user(10, '{middle}', 'Then it’s {middle}.', 'I get {middle}. So {wrong}?'),
    avatar(
      5,
      '{middle} is right. One step is missing: how do you get x by itself?',
      'Right, {middle}. We are not quite there: what still stands beside the x?',
    ),
    user(12, 'Oh! I have to {second}.', '{second}?', 'Wait, I know. I {second}, and then it’s alone.'),
    avatar(4, 'That’s it. So x is…?', 'Precisely. And the result?'),
    user(8, '{answer}!', 'So {answer}.', '{answer}? Is that right?'),
    avatar(
      5,
      'Well done! Put {answer} back into {problem}: does it hold?',
      'It is. Try it: put it back into {problem} and see.',
    ),
    user(
      10,
      'It works! Thank you.',
      'Yes, it does. That was easier than I thought.',
      'It holds. Can we do another one tomorrow?',
    ),
    avatar(4, 'You did that yourself. See you next time, {pupil}!', 'I’m proud of you. Until tomorrow!'),
  ],
};

const newAgent: Scene = {
  vendorId: 'bithuman',
  agentId: '{agent}',
  startsAt: 22,
  cases: [{ agent: 'A05NEW9312' }, { agent: 'A37GDE1184' }, { agent: 'A62NRS4051' }],
  moments: [tells(0, 'agent.ready')],
};

const video: Scene = {
  vendorId: 'bithuman',
  agentId: 'A48HTL2210',
  startsAt: 52,
  cases: [{}],
  moments: [
    tells(
      0,
      'video.failed',
      'The audio is longer than 5 minutes.',
      'The audio could not be read.',
      'No speech was found in the audio.',
    ),
    tells(64, 'video.completed'),
  ],
};

const kiosk = 'd41c7c0e-58a2-4b0f-9a37-6f1be2a90c55';

const patientVisitor: Scene = {
  vendorId: 'unith',
  agentId: kiosk,
  startsAt: 12,
  cases: [{}],
  moments: [tells(0, 'session.started'), tells(68, 'session.idle'), tells(25, 'session.ended')],
};

/** A timeout also ends the conversation: the vendor tells both. */
const visitorWhoLeft: Scene = {
  vendorId: 'unith',
  agentId: kiosk,
  startsAt: 92,
  cases: [{}],
  moments: [
    tells(0, 'session.started'),
    tells(40, 'session.idle'),
    tells(26, 'session.timed_out'),
    tells(1, 'session.ended'),
  ],
};

export const scenes: readonly Scene[] = [
  concierge,
  patientVisitor,
  newAgent,
  frontDesk,
  video,
  tutor,
  visitorWhoLeft,
];
