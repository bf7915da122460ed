import type { MenuWords } from '../menu.ts';

export const menuDe: MenuWords = {
  label: 'Aktionen',
  openSession: 'Sitzung öffnen',
  openDelivery: 'Zustellung öffnen',
  openEndpoint: 'Endpunkt öffnen',
  copyText: 'Text kopieren',
  copySessionId: 'Sitzungskennung kopieren',
  copyDeliveryId: 'Zustellungskennung kopieren',
  copyCurl: 'Als curl kopieren',
  copyUrl: 'Adresse kopieren',
  copyLink: 'Link kopieren',
  mute: 'Diese Sitzung stummschalten',
  unmute: 'Diese Sitzung nicht mehr stummschalten',
  onlyEndpoint: 'Nur diesen Endpunkt zeigen',
  onlyVerdict: 'Nur dieses Urteil zeigen',
  sendSample: 'Beispiel senden',
  sampleSent: 'Das Beispiel ist angekommen.',
  delete: 'Endpunkt löschen',
};
