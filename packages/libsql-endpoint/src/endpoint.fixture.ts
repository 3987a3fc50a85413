import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type IntMode } from '@libsql/client/http';
import * as v from 'valibot';
import { afterEach, beforeEach, expect } from 'vitest';
import { type LibsqlEndpoint, type LibsqlEndpointOptions, startLibsqlEndpoint } from './endpoint.ts';

const WithBaton = v.object({ baton: v.nullable(v.string()) });

export const execute = (sql: string, more: object = {}) => ({ type: 'execute', stmt: { sql, ...more } });
export const ok = (response: object) => ({ type: 'ok', response });
export const failed = (code: string) => ({ type: 'error', error: { code, message: expect.any(String) } });

/** Starts an endpoint for each test of a file, on a new database with the table t (a, b). */
export function useEndpoint(initial: Partial<LibsqlEndpointOptions> = {}) {
  let folder: string;
  let endpoint: LibsqlEndpoint;
  let client: Client;
  const clients: Client[] = [];
  const requests: string[] = [];

  const path = () => join(folder, 'desk.db');
  const url = () => endpoint.url;

  function connect(config: { intMode?: IntMode; authToken?: string } = {}): Client {
    const newClient = createClient({ url: url(), authToken: endpoint.authToken, ...config });
    clients.push(newClient);
    return newClient;
  }

  async function start(options: Partial<LibsqlEndpointOptions>): Promise<void> {
    const onRequest = (request: { method: string; path: string }) =>
      requests.push(`${request.method} ${request.path}`);
    endpoint = await startLibsqlEndpoint({ path: path(), onRequest, ...options });
    client = connect();
    await client.execute('CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY, b UNIQUE)');
    requests.length = 0;
  }

  async function restart(options: Partial<LibsqlEndpointOptions>): Promise<void> {
    await endpoint.close();
    await start(options);
  }

  const count = async () => (await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.['n'];

  const headers = () => ({
    Authorization: `Bearer ${endpoint.authToken}`,
    'Content-Type': 'application/json',
  });

  async function post(to: string, body: unknown, more: Record<string, string> = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url() + to, {
      method: 'POST',
      headers: { ...headers(), ...more },
      body: text,
    });
    const json: unknown = await response.json();
    return { status: response.status, body: json, baton: v.is(WithBaton, json) ? json.baton : null };
  }

  const pipeline = (streamRequests: unknown[], baton: string | null = null, version = 3) =>
    post(`/v${version}/pipeline`, { baton, requests: streamRequests });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'libsql-endpoint-'));
    await start(initial);
  });

  afterEach(async () => {
    for (const open of clients.splice(0)) open.close();
    await endpoint.close();
    await rm(folder, { recursive: true });
  });

  return { path, url, headers, requests, connect, restart, count, post, pipeline };
}
