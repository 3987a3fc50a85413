import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';

const oneLine = /^[^\n]+\n$/;

describe('chat-ticket', () => {
  it.each([
    ['an unknown CLI command', ['sevre'], /unknown command 'sevre'/],
    ['an unknown subcommand', ['agents', 'export'], /unknown command 'export'/],
    ['an unknown option', ['serve', '--prot', '80'], /unknown option '--prot'/],
    ['a missing option', ['token', '--role', 'agent'], /option '--sub <id>' not specified/],
    ['an invalid option', ['token', '--role', 'boss', '--sub', 'ann'], /'boss' is invalid/],
    ['an id that no token can contain', ['token', '--role', 'agent', '--sub', 'a/b'], /visible ASCII/],
    ['an invalid duration', ['token', '--role', 'agent', '--sub', 'a', '--expires', '1h'], /seconds/],
    ['an invalid URL', ['replay', 'chats.json', '--url', 'desk'], /It must be a URL that/],
    [
      'an invalid speed',
      ['replay', 'chats.json', '--speed', 'fast'],
      /It must be a number above 0, or `max`\./,
    ],
    ['a speed of 0', ['replay', 'chats.json', '--speed', '0'], /'0' is invalid/],
    ['a missing argument', ['replay'], /missing required argument 'file'/],
    ['one argument too many', ['migrate', 'now'], /too many arguments/],
  ])('refuses %s in one line and exits with 2', async (_, args, message) => {
    const dataDir = join(freshFolder(), 'data');
    const { code, stdout, stderr } = await runCli(args, { DATA_DIR: dataDir });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(message);
    expect(existsSync(dataDir)).toBe(false);
  });

  it.each(['--version', '-V'])('prints its version with %s', async (option) => {
    expect(await runCli([option], {})).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('lists its CLI commands with --help', async () => {
    const { code, stdout, stderr } = await runCli(['--help'], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['serve', 'migrate', 'token', 'agents', 'replay'])
      expect(stdout).toContain(command);
  });

  it.each([
    ['serve'],
    ['migrate'],
    ['token', '--role', 'agent', '--sub', 'ann'],
    ['agents', 'import', 'agents.csv'],
  ])(
    'names an invalid environment variable in one line, exits with 2 and writes nothing: %s',
    async (...args) => {
      const dataDir = join(freshFolder(), 'data');
      const ended = await runCli(args, { DATA_DIR: dataDir, LOG_LEVEL: 'loud' });
      expect(ended).toEqual({
        code: 2,
        stdout: '',
        stderr: 'LOG_LEVEL must be debug, info, warn, error or silent\n',
      });
      expect(existsSync(dataDir)).toBe(false);
    },
  );

  it.each([
    ['why', 'abc'],
    ['settings', 'get'],
    ['settings', 'versions'],
    ['settings', 'diff', '1'],
    ['settings', 'revert', '1'],
    ['backup', 'desk-backup.db'],
  ])('creates no database to read from: %s %s', async (...args) => {
    const dataDir = join(freshFolder(), 'data');
    const { code, stdout, stderr } = await runCli(args, { DATA_DIR: dataDir });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `The workspace default has no database at ${dataDir}/default.db. Check DATA_DIR and DATABASE_URL.\n`,
    );
    expect(existsSync(dataDir)).toBe(false);
  });

  it('prints no token for a folder that no desk uses', async () => {
    const dataDir = join(freshFolder(), 'data');
    const args = ['token', '--role', 'agent', '--sub', 'ann'];
    const { code, stdout, stderr } = await runCli(args, { DATA_DIR: dataDir });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^DATA_DIR .+ has no auth-secret, [^\n]+\n$/);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says how the name of a workspace is written', async () => {
    const { code, stderr } = await runCli(['migrate', '--workspace', 'A b'], {});
    expect(code).toBe(2);
    expect(stderr).toMatch(/'A b' is invalid\. It must have 1 to 63 lower-case letters/);
  });

  it('refuses to serve on a public host without a secret', async () => {
    const dataDir = join(freshFolder(), 'data');
    const { code, stdout, stderr } = await runCli(['serve'], {
      DATA_DIR: dataDir,
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(/^AUTH_SECRET is not set\. Set it, or set AUTH_JWKS_URL\./);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('names PORT when another process uses it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runCli(['serve'], { DATA_DIR: freshFolder(), PORT: String(port) });
    expect(code).toBe(2);
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(new RegExp(`^PORT ${port} .*EADDRINUSE`));
  });
});
