import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { execute, useEndpoint } from './endpoint.fixture.ts';

const endpoint = useEndpoint();
const arg = (value: object) => ({ requests: [execute('SELECT ?', { args: [value] })] });

describe('version probes', () => {
  it.each(['/v2', '/v3'])('respond with 200 at %s', async (path) => {
    expect((await fetch(endpoint.url() + path)).status).toBe(200);
  });

  it.each(['/v1', '/v3-protobuf', '/'])('respond with 404 at %s', async (path) => {
    const response = await fetch(endpoint.url() + path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('version 2', () => {
  it.each([
    ['get_autocommit', { type: 'get_autocommit' }],
    [
      'the condition is_autocommit',
      {
        type: 'batch',
        batch: { steps: [{ stmt: { sql: 'SELECT 1' }, condition: { type: 'is_autocommit' } }] },
      },
    ],
  ])('does not have %s', async (_, request) => {
    expect((await endpoint.pipeline([request], null, 3)).status).toBe(200);
    expect(await endpoint.pipeline([request], null, 2)).toMatchObject({
      status: 400,
      body: { code: 'HRANA_PROTO_ERROR' },
    });
  });

  it('has no cursors', async () => {
    expect((await endpoint.post('/v2/cursor', { batch: { steps: [] } })).status).toBe(404);
  });
});

describe('malformed requests', () => {
  const nested = `${'{"type":"not","cond":'.repeat(50_000)}null${'}'.repeat(50_000)}`;

  it.each([
    ['no body', ''],
    ['invalid JSON', '{"requests":['],
    ['a body that is not an object', '[]'],
    ['null', 'null'],
    ['no requests', {}],
    ['requests that are not a list', { requests: {} }],
    ['a baton that is not a string', { baton: 1, requests: [] }],
    ['an unknown baton', { baton: 'abc', requests: [] }],
    ['an unknown request', { requests: [{ type: 'explode' }] }],
    ['a request that is null', { requests: [null] }],
    ['no statement', { requests: [{ type: 'execute' }] }],
    ['no SQL', { requests: [{ type: 'execute', stmt: {} }] }],
    ['SQL twice', { requests: [{ type: 'execute', stmt: { sql: 'SELECT 1', sql_id: 1 } }] }],
    ['a request after close', { requests: [{ type: 'close' }, execute('SELECT 1')] }],
    ['an unknown type of value', arg({ type: 'date', value: '2024-01-01' })],
    ['an integer as a number', arg({ type: 'integer', value: 1 })],
    ['an integer with a fraction', arg({ type: 'integer', value: '1.5' })],
    ['an integer over 64 bits', arg({ type: 'integer', value: '9223372036854775808' })],
    ['a float as a string', arg({ type: 'float', value: '1' })],
    [
      'a float over the range',
      '{"requests":[{"type":"execute","stmt":{"sql":"SELECT ?","args":[{"type":"float","value":1e999}]}}]}',
    ],
    ['a blob that is not base64', arg({ type: 'blob', base64: '%%' })],
    [
      'conditions that are nested too deeply',
      `{"requests":[{"type":"batch","batch":{"steps":[{"stmt":{"sql":"SELECT 1"},"condition":${nested}}]}}]}`,
    ],
  ])('respond with 400, and the endpoint keeps serving: %s', async (_, body) => {
    expect(await endpoint.post('/v3/pipeline', body)).toMatchObject({
      status: 400,
      body: { code: expect.any(String), message: expect.any(String) },
    });
    expect(await endpoint.count()).toBe(0);
  });

  it('change nothing, even if their first part is valid', async () => {
    const requests = [execute('INSERT INTO t DEFAULT VALUES'), { type: 'explode' }];
    expect((await endpoint.pipeline(requests)).status).toBe(400);
    expect(await endpoint.count()).toBe(0);
  });

  it.each([
    ['with', '{"requests":[]}'.padEnd(1_001)],
    ['without', new Blob(['{"requests":[]}'.padEnd(1_001)]).stream()],
  ])('too large, %s a Content-Length: 413', async (_, body) => {
    await endpoint.restart({ maxBodyBytes: 1_000 });
    const { url, headers } = endpoint;
    const init = { method: 'POST', headers: headers(), body, duplex: 'half' } as const;
    const response = await fetch(`${url()}/v3/pipeline`, init);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });
});

describe('the bearer token', () => {
  it('is required everywhere except at the version probes', async () => {
    expect((await fetch(`${endpoint.url()}/v2`)).status).toBe(200);
    for (const path of ['/v2/pipeline', '/v3/pipeline', '/v3/cursor']) {
      expect(await endpoint.post(path, {}, { Authorization: '' })).toMatchObject({
        status: 401,
        body: { code: 'AUTH_REJECTED' },
      });
    }
  });

  it('is random by default', async () => {
    const first = endpoint.headers().Authorization;
    await endpoint.restart({});
    expect(endpoint.headers().Authorization).not.toBe(first);
    expect(first).toMatch(/^Bearer [\w-]{43}$/);
  });

  it.each(['', 'sesame2', 'Sesame'])('is not %j', async (authToken) => {
    await endpoint.restart({ authToken: 'sesame' });
    const { rows } = await endpoint.connect({ authToken: 'sesame' }).execute('SELECT 1 AS v');
    expect(rows[0]?.['v']).toBe(1);
    const rejected = endpoint.connect({ authToken }).execute('SELECT 1');
    await expect(rejected).rejects.toMatchObject({ code: 'AUTH_REJECTED' });
  });
});

describe('a web page', () => {
  const select = { requests: [execute('SELECT 1')] };

  /** Sends a request with a Host header, which fetch does not set. */
  async function status(headers: Record<string, string>, path = '/v2/pipeline', method = 'POST') {
    const sent = http.request(endpoint.url() + path, {
      method,
      headers: { ...endpoint.headers(), ...headers },
    });
    sent.end(method === 'POST' ? JSON.stringify(select) : undefined);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  }

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0'])(
    'is refused with the Host %j, also at the version probes',
    async (Host) => {
      expect(await status({ Host })).toBe(403);
      expect(await status({ Host }, '/v2', 'GET')).toBe(403);
    },
  );

  it.each(['127.0.0.1@evil.example', '127.0.0.1:80:80'])(
    'is refused with the invalid Host %j',
    async (Host) => {
      expect(await status({ Host })).toBe(400);
    },
  );

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('is not what sends the Host %s', async (host) => {
    expect(await status({ Host: `${host}:${new URL(endpoint.url()).port}` })).toBe(200);
    expect(await status({ Host: host })).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'http://localhost', ''])(
    'is refused with the Origin %j',
    async (Origin) => {
      expect(await status({ Origin })).toBe(403);
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'text/plain; application/json',
    'application/jsonp',
    '',
  ])('cannot send a body as %j', async (type) => {
    expect(await endpoint.post('/v2/pipeline', select, { 'Content-Type': type })).toMatchObject({
      status: 415,
      body: { code: 'MEDIA_TYPE_REJECTED' },
    });
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON', ' application/json '])(
    'is not what sends a body as %j',
    async (type) => {
      expect(await status({ 'Content-Type': type })).toBe(200);
    },
  );
});
