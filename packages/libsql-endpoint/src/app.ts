import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { runBatch } from './batch.ts';
import { refuseWebPages, requireJson, requireToken } from './check-sender.ts';
import { cursorEntries } from './cursor.ts';
import { toSqlError } from './engine-error.ts';
import { encodeError, RequestError, SqlError } from './error.ts';
import { runPipeline } from './pipeline.ts';
import { readCursorBody, readPipelineBody } from './request.ts';
import type { Streams } from './streams.ts';

export interface EndpointAppOptions {
  streams: Streams;
  authToken: string;
  maxBodyBytes: number;
  onRequest: ((request: EndpointRequest) => void) | undefined;
}

/** A request as `onRequest` receives it, before it is served. */
export type EndpointRequest = { method: string; path: string; userAgent: string | undefined };

/** The HTTP routes of the endpoint. */
export function createEndpointApp({ streams, authToken, maxBodyBytes, onRequest }: EndpointAppOptions): Hono {
  const app = new Hono();
  app.use(async ({ req }, next) => {
    onRequest?.({ method: req.method, path: req.path, userAgent: req.header('User-Agent') });
    await next();
  });
  app.use(refuseWebPages);
  app.get('/:version{v2|v3}', (context) => context.text('libSQL over HTTP'));

  for (const path of ['/v2/pipeline', '/v3/pipeline', '/v3/cursor']) {
    app.use(
      path,
      requireToken(authToken),
      requireJson,
      bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }),
    );
  }
  for (const version of [2, 3] as const) {
    app.post(`/v${version}/pipeline`, async (context) => {
      const body = readPipelineBody(version, await context.req.text());
      const { baton, value } = await streams.use(body.baton, (stream) => runPipeline(stream, body.requests));
      return context.json({ baton, base_url: null, results: value });
    });
  }
  app.post('/v3/cursor', async (context) => {
    const body = readCursorBody(await context.req.text());
    const { baton, value } = await streams.use(body.baton, (stream) => runBatch(stream, body.batch));
    const entries = [{ baton, base_url: null }, ...cursorEntries(value)];
    return context.text(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  });

  app.notFound((context) =>
    context.json(
      {
        message: 'This path does not exist. Use /v2/pipeline, /v3/pipeline or /v3/cursor.',
        code: 'NOT_FOUND',
      },
      404,
    ),
  );
  app.onError((thrown, context) => {
    const error = toSqlError(thrown);
    if (error instanceof RequestError) return context.json(encodeError(error), error.status);
    if (error instanceof SqlError) return context.json(encodeError(error), 503);
    return context.json({ message: thrown.message, code: 'INTERNAL_ERROR' }, 500);
  });
  return app;
}

const tooLarge = () => {
  throw new RequestError(413, 'BODY_TOO_LARGE', 'The request body is too large. Send fewer statements.');
};
