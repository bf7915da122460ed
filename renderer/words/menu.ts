import { menuDe } from './de/menu.ts';
import { inLanguage } from './language.ts';

const en = {
  label: 'Actions',
  openSession: 'Open session',
  openDelivery: 'Open delivery',
  openEndpoint: 'Open endpoint',
  copyText: 'Copy text',
  copySessionId: 'Copy session id',
  copyDeliveryId: 'Copy delivery id',
  copyCurl: 'Copy as curl',
  copyUrl: 'Copy URL',
  copyLink: 'Copy link',
  mute: 'Mute this session',
  unmute: 'Unmute this session',
  onlyEndpoint: 'Show only this endpoint',
  onlyVerdict: 'Show only this verdict',
  sendSample: 'Send a sample',
  sampleSent: 'The sample has arrived.',
  delete: 'Delete endpoint',
};

export type MenuWords = typeof en;
export const menu = inLanguage(en, menuDe);
