import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import { pageHeaders } from '../../shared/page-headers.ts';
import type { App } from '../core/ports.ts';
import { answerBrokenCall } from './broken-call.ts';
import { isAllowed, isOurHost, isOurOrigin } from './guard.ts';
import { onlyOne, resumePoint, streamPushes } from './pushes.ts';
import { explainFailure, failure, NotJson, type Refusal, statusOf } from './refusal.ts';
import type { Sessions } from './sessions.ts';

const BODY_LIMIT = 1024 ** 2;

export interface WebServerOptions {
  app: App;
  sessions: Sessions;
  /** The built renderer. */
  files: string;
  /** Known once the port is. */
  cookieName(): string;
}

/** The browser host's own server: the page, the commands, the pushes. Never tunnelled. */
export function createWebServer({ app, sessions, files, cookieName }: WebServerOptions) {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    exposeHeadRoutes: false,
    // A call without a name is for our own guard to refuse.
    http: { requireHostHeader: false },
    clientErrorHandler: answerBrokenCall,
    frameworkErrors: (error, _request, reply) => {
      reply.headers(pageHeaders);
      refuse(reply, explainFailure(error));
    },
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders);
    if (!isOurHost(request.headers.host)) {
      return refuse(reply, { code: 'forbidden', message: 'This address is not Greenroom.' });
    }
    const { open } = request.routeOptions.config as { open?: boolean };
    if (open) return;
    if (!isOurOrigin(request.headers)) {
      return refuse(reply, { code: 'forbidden', message: 'Another site may not use Greenroom.' });
    }
    if (!isAllowed(request.headers, sessions, cookieName())) {
      const message = 'Open Greenroom by a one-time link: npm run link prints one.';
      return refuse(reply, { code: 'unauthorized', message });
    }
  });

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string));
    } catch {
      done(new NotJson());
    }
  });

  server.post<{ Params: { command: string } }>('/api/:command', async (request, reply) => {
    const answer = await app.dispatch(request.params.command, request.body);
    reply.header('Cache-Control', 'no-store').code(answer.ok ? 200 : statusOf(answer.error.code));
    return answer;
  });

  server.get<{ Querystring: { after?: unknown; only?: unknown } }>('/pushes', ({ headers, query }, reply) => {
    reply.hijack();
    const after = resumePoint(headers['last-event-id'], query.after);
    streamPushes(app, reply.raw, { after, only: onlyOne(query.only) });
  });

  server.post('/link', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    return { ok: true, value: { path: `/link/${sessions.createLink()}` } };
  });

  server.get<{ Params: { code: string } }>(
    '/link/:code',
    { config: { open: true } },
    async (request, reply) => {
      const session = sessions.redeem(request.params.code);
      reply.header('Cache-Control', 'no-store');
      if (session) {
        reply.header(
          'Set-Cookie',
          `${cookieName()}=${session.id}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${session.seconds}`,
        );
      }
      // A link that is not good leads to the page as well, which says so and what to do.
      return reply.redirect('/', 303);
    },
  );

  server.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
    });
    await pages.register(fastifyStatic, {
      root: files,
      cacheControl: false,
      dotfiles: 'ignore',
      // Asked for anew each time, so that no page of an older version is shown.
      setHeaders: (reply) => void reply.header('Cache-Control', 'no-cache'),
    });
  });

  server.setNotFoundHandler((_request, reply) =>
    refuse(reply, { code: 'not_found', message: 'There is nothing here.' }),
  );
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    refuse(reply, explainFailure(error)),
  );
  return server;
}

function refuse(reply: FastifyReply, { status, ...error }: Refusal): FastifyReply {
  return reply.code(status ?? statusOf(error.code)).send(failure(error));
}
