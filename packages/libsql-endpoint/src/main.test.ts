import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createClient } from '@libsql/client/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libsql-endpoint-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) =>
  spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { stdio: 'pipe' });

describe('the program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints its URL, serves, and stops at %s', async (signal) => {
    const child = run('--db', join(folder, 'new', 'desk.db'), '--port', '0');
    const exited = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    const [, url = '', authToken = ''] =
      /^libSQL endpoint: (http:\S+)\nToken: (\S{43})\n$/.exec(String(line)) ?? [];
    const client = createClient({ url, authToken });
    expect((await client.execute('SELECT 1 AS v')).rows[0]?.['v']).toBe(1);
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
  });

  it.each([
    [['--port', '0'], '--db is missing'],
    [['--db', 'x.db', '--port', '80x'], '--port 80x is not a port number'],
    [['--db', 'x.db', '--prot', '1'], "Unknown option '--prot'"],
  ])('names the error in %j, and exits with 2', async (args, message) => {
    const child = run(...args);
    const [[code], output] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });
});
