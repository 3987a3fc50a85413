import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';

const oneLine = /^[^\n]+\n$/;

describe('chat-ticket', () => {
  it.each([
    ['an unknown command', ['sevre'], /unknown command 'sevre'/],
    ['an unknown subcommand', ['agents', 'export'], /unknown command 'export'/],
    ['an unknown option', ['serve', '--prot', '80'], /unknown option '--prot'/],
    ['an option that is missing', ['token', '--role', 'agent'], /option '--sub <id>' not specified/],
    ['an option that is wrong', ['token', '--role', 'boss', '--sub', 'ann'], /'boss' is invalid/],
    ['an id that no token can carry', ['token', '--role', 'agent', '--sub', 'a/b'], /visible ASCII/],
    ['a time that is none', ['token', '--role', 'agent', '--sub', 'a', '--expires', '1h'], /seconds/],
    ['a URL that is none', ['replay', 'chats.json', '--url', 'desk'], /must be a URL/],
    ['a speed that is none', ['replay', 'chats.json', '--speed', 'fast'], /above 0, or max/],
    ['a speed of nothing', ['replay', 'chats.json', '--speed', '0'], /'0' is invalid/],
    ['an argument that is missing', ['replay'], /missing required argument 'file'/],
    ['an argument too many', ['migrate', 'now'], /too many arguments/],
  ])('refuses %s in one line and exits 2', async (_, args, message) => {
    const dataDir = join(freshFolder(), 'data');
    const { code, stdout, stderr } = await runCli(args, { DATA_DIR: dataDir });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(message);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('lists its commands when it is asked for help', async () => {
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
  ])('names a variable that is wrong in one line, exits 2 and leaves nothing behind: %s', async (...args) => {
    const dataDir = join(freshFolder(), 'data');
    const ended = await runCli(args, { DATA_DIR: dataDir, LOG_LEVEL: 'loud' });
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'LOG_LEVEL must be debug, info, warn, error or silent\n',
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('serves nobody on a public host without a secret', async () => {
    const dataDir = join(freshFolder(), 'data');
    const { code, stdout, stderr } = await runCli(['serve'], {
      DATA_DIR: dataDir,
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(/^AUTH_SECRET must be set/);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('names PORT when something listens there already', async () => {
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
