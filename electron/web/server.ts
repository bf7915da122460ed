import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import type { ErrorCode, Reply } from '../../shared/errors.ts';
import type { App } from '../core/ports.ts';
import { isAllowed, isOurHost, isOurOrigin } from './guard.ts';
import { pageHeaders } from './page-headers.ts';
import { resumePoint, streamPushes } from './pushes.ts';
import type { Sessions } from './sessions.ts';

const BODY_LIMIT = 1024 ** 2;

const statusOf: Partial<Record<ErrorCode, number>> = {
  unauthorized: 401,
  forbidden: 403,
  unknown_command: 404,
  not_found: 404,
  bad_input: 400,
};

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
  const server = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, requestTimeout: 30_000 });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders);
    if (!isOurHost(request.headers.host)) return refuse(reply, 'forbidden', 'This address is not Greenroom.');
    const open = request.routeOptions.config as { open?: boolean };
    if (open.open || request.method === 'HEAD') return;
    if (!isOurOrigin(request.headers))
      return refuse(reply, 'forbidden', 'Another site may not use Greenroom.');
    if (!isAllowed(request.headers, sessions, cookieName())) {
      return refuse(reply, 'unauthorized', 'Open Greenroom by a one-time link: npm run link prints one.');
    }
  });

  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });

  server.post<{ Params: { command: string } }>('/api/:command', async (request, reply) => {
    const answer = await app.dispatch(request.params.command, request.body);
    reply.header('Cache-Control', 'no-store').code(answer.ok ? 200 : (statusOf[answer.error.code] ?? 409));
    return answer;
  });

  server.get<{ Querystring: { after?: string } }>('/pushes', (request, reply) => {
    const last = request.headers['last-event-id'];
    reply.hijack();
    streamPushes(
      app,
      reply.raw,
      resumePoint(typeof last === 'string' ? last : undefined, request.query.after),
    );
  });

  server.post('/link', async () => ({ ok: true, value: { path: `/link/${sessions.createLink()}` } }));

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
      wildcard: true,
      cacheControl: false,
      dotfiles: 'deny',
    });
  });

  server.setNotFoundHandler((_request, reply) => refuse(reply, 'not_found', 'There is nothing here.'));
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const text = status < 500 ? error.message : 'Something went wrong inside Greenroom.';
    return reply.code(status).send(failure(status < 500 ? 'bad_input' : 'internal', text));
  });
  return server;
}

function refuse(reply: FastifyReply, code: ErrorCode, message: string): FastifyReply {
  return reply.code(statusOf[code] ?? 400).send(failure(code, message));
}

function failure(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}
