import { basename } from 'node:path';
import type { Alert } from '../../shared/alerts.ts';
import type { Notice } from '../../shared/status.ts';

type Text = Omit<Notice, 'id' | 'at'>;

/** What the user is told: what happened, what it means, what to do next. */
export const noticeTexts = {
  storeFailed: (reason: string): Text => ({
    level: 'error',
    code: 'store_failed',
    args: { reason },
    title: 'Deliveries cannot be kept',
    text: `${reason} Vendors are told to try again later. Make room, or check the disk; Greenroom goes on by itself.`,
  }),
  storeRecovered: (): Text => ({
    level: 'info',
    code: 'store_recovered',
    title: 'Deliveries are kept again',
    text: 'The store takes writes again.',
  }),
  storeSetAside: (file: string): Text => ({
    level: 'error',
    code: 'store_set_aside',
    args: { file: basename(file) },
    title: 'The store was damaged, and a new one has begun',
    text: `The damaged file was kept as ${basename(file)} in the data folder. Your endpoints are unchanged.`,
  }),
  configSetAside: (file: string): Text => ({
    level: 'error',
    code: 'config_set_aside',
    args: { file: basename(file) },
    title: 'The list of endpoints could not be read',
    text: `The file was kept as ${basename(file)} in the data folder. Put it right and start again, or make the endpoints anew.`,
  }),
  secretsSetAside: (file: string): Text => ({
    level: 'error',
    code: 'secrets_set_aside',
    args: { file: basename(file) },
    title: 'The kept secrets could not be read',
    text: `The file was kept as ${basename(file)} in the data folder. Put it right and start again, or enter the secrets again.`,
  }),
  secretUnreadable: (endpointId: string, name: string): Text => ({
    level: 'error',
    code: 'secret_unreadable',
    args: { name },
    endpointId,
    title: `A delivery to ${name} could not be checked`,
    text: 'Its secret cannot be read on this computer now. Unlock the keychain, or enter the secret again.',
  }),
  clockSuspect: (endpointId: string, name: string): Text => ({
    level: 'warning',
    code: 'clock_suspect',
    args: { name },
    endpointId,
    title: `A delivery to ${name} is rightly signed, but its time is far off`,
    text: "Is this computer's clock right? A difference of over five minutes is refused.",
  }),
  receiverRestarted: (): Text => ({
    level: 'warning',
    code: 'receiver_restarted',
    title: 'The receiver was started again',
    text: 'An error had stopped it. Nothing that was answered is lost.',
  }),
  receiverFailed: (reason: string): Text => ({
    level: 'error',
    code: 'receiver_failed',
    args: { reason },
    title: 'The receiver has stopped',
    text: `${reason} Vendors cannot deliver now. Greenroom keeps trying to start it; if it does not come back, start Greenroom again.`,
  }),
  portTaken: (wanted: number, got: number): Text => ({
    level: 'info',
    code: 'port_taken',
    args: { wanted, got },
    title: `Port ${wanted} is taken`,
    text: `The receiver listens at ${got} instead.`,
  }),
  tunnelLost: (reason: string): Text => ({
    level: 'warning',
    code: 'tunnel_lost',
    args: { reason },
    title: 'Nothing can reach this computer now',
    text: `${reason} Greenroom keeps trying, tells the vendors should the address change, and then looks for what was missed.`,
  }),
  tunnelBack: (): Text => ({
    level: 'info',
    code: 'tunnel_back',
    title: 'Deliveries can arrive again',
    text: 'The way in was opened again and proved.',
  }),
  addressChanged: (endpointId: string, name: string): Text => ({
    level: 'warning',
    code: 'address_changed',
    args: { name },
    endpointId,
    title: `The address of ${name} has changed`,
    text: 'Its vendor must be told by hand: open the endpoint, copy the new address, and paste it there.',
  }),
  registrationFailed: (endpointId: string, name: string, reason: string): Text => ({
    level: 'error',
    code: 'registration_failed',
    args: { name, reason },
    endpointId,
    title: `${name} is not registered`,
    text: `${reason} Open the endpoint to put it right.`,
  }),
  gapFound: (endpointId: string, name: string, recovered: number): Text => ({
    level: 'warning',
    code: 'gap_found',
    args: { name, recovered },
    endpointId,
    title: `${name} may have missed something`,
    text:
      recovered === 0
        ? 'For a time nothing could arrive. The feed shows when.'
        : `For a time nothing could arrive. ${recovered === 1 ? 'One event was' : `${recovered} events were`} fetched from the vendor instead; the feed shows them.`,
  }),
  alertNotShown: ({ title, body, urgent, target }: Alert): Text => ({
    level: urgent ? 'warning' : 'info',
    code: 'alert',
    title,
    text: body,
    ...(target.screen === 'sessions' && { sessionId: target.id }),
    ...(target.screen === 'endpoints' && { endpointId: target.id }),
  }),
};
