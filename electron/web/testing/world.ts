import { onTestFinished } from 'vitest';
import type { Endpoint } from '../../../shared/endpoints.ts';
import { startTunnelServer } from '../../core/tunnels/testing/tunnel-server.ts';
import { startBithumanServer } from '../../core/vendors/testing/bithuman-server.ts';
import { startUnithServer } from '../../core/vendors/testing/unith-server.ts';
import { startTestHost, type TestHost } from './test-host.ts';

/** A tunnel server and two vendors on this computer, and Greenroom between them; nothing of it is replaced. */
export async function startWorld() {
  const tunnel = await startTunnelServer();
  onTestFinished(() => tunnel.close());
  const bithuman = await startBithumanServer({ pauses: [20, 50] });
  onTestFinished(() => bithuman.close());
  const unith = await startUnithServer({ pauses: [20, 50, 100] });
  onTestFinished(() => unith.close());

  return {
    tunnel,
    bithuman,
    unith,
    async start(options: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> {
      const host = await startTestHost({
        ...options,
        options: { tunnelHost: tunnel.url, ...options.options },
      });
      onTestFinished(() => host.stop());
      return host;
    },
    bithumanEndpoint: (host: TestHost): Promise<Endpoint> =>
      host.get('endpoint.create', {
        vendor: 'bithuman',
        name: 'Agents',
        credentials: { apiSecret: bithuman.apiSecret },
        options: { apiBase: bithuman.url },
      }),
    unithEndpoint: (host: TestHost): Promise<Endpoint> =>
      host.get('endpoint.create', {
        vendor: 'unith',
        name: 'Desk',
        credentials: unith.account,
        options: { apiBase: unith.url, dataBase: unith.url },
      }),
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
