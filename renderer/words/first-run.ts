import { demoDe, firstRunDe } from './de/first-run.ts';
import { inLanguage } from './language.ts';

const firstRunEn = {
  label: 'Getting started',
  title: 'Welcome to Greenroom',
  text: 'Three steps, and you see what happens around your avatars. The first two take less than a minute.',
  steps: {
    create: { title: 'Create an endpoint', text: 'The address that your vendor calls, on this computer.' },
    sample: { title: 'Send a sample', text: 'Signed as the vendor would, through the real receiver.' },
    connect: { title: 'Connect the vendor', text: 'Greenroom opens a way in and says what to do there.' },
  },
  create: 'Create an endpoint',
  demo: 'Watch a demo',
  demoHint: 'A made-up conversation of half a minute. No account, no settings, nothing to tidy up.',
  skip: 'Skip',
  skippedTitle: 'Nothing here yet',
  skippedText: 'What happens shows up here by itself, once an endpoint receives it.',
  /** `2 of 3` */
  progress: (done: number, all: number) => `${done} of ${all}`,
  done: 'done',
  next: 'next',
  finished: 'All set: deliveries of your vendor show up by themselves.',
  close: 'Close',
};
export type FirstRunWords = typeof firstRunEn;
export const firstRun = inLanguage(firstRunEn, firstRunDe);

const demoEn = {
  playing: 'A made-up conversation is playing.',
  playingText: 'Really signed and really received; marked as a sample everywhere.',
  stop: 'Stop',
  watch: 'Watch it live',
  over: 'That was the demo.',
  overText: 'Your own conversations look like this, once an endpoint receives them.',
  again: 'Play again',
  create: 'Create an endpoint',
  failed: 'The demo could not begin.',
};
export type DemoWords = typeof demoEn;
export const demo = inLanguage(demoEn, demoDe);
