import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';

function openFolder() {
  const folder = freshFolder();
  const file = join(folder, 'settings.json');
  const variables = { DATA_DIR: folder };
  return {
    file,
    migrate: () => runCli(['migrate'], variables),
    run: (...args: string[]) => runCli(['settings', ...args], variables),
    get: () => runCli(['settings', 'get'], variables),
    put: (content: unknown, ...options: string[]) => {
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return runCli(['settings', 'put', file, ...options], variables);
    },
  };
}

describe('chat-ticket settings', () => {
  it('prints settings that can be edited and put back', async () => {
    const { migrate, get, put } = openFolder();
    await migrate();
    const first = await get();
    expect(first).toMatchObject({ code: 0, stderr: 'version 0\n' });
    expect(JSON.parse(first.stdout)).toEqual(defaultSettings);

    expect(await put({ ...defaultSettings, capacity: 5 }, '--if-version', '0')).toEqual({
      code: 0,
      stdout: 'Saved the settings as version 1.\n',
      stderr: '',
    });
    const second = await get();
    expect(second.stderr).toBe('version 1\n');
    expect(JSON.parse(second.stdout)).toEqual({ ...defaultSettings, capacity: 5 });
  });

  it('changes nothing when the settings are at another version', async () => {
    const { get, put } = openFolder();
    await put({ capacity: 5 });
    expect(await put({ capacity: 7 }, '--if-version', '0')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'The settings are at version 1, not 0. Get them again, then repeat your change.\nNothing was changed.\n',
    });
    expect(JSON.parse((await get()).stdout)).toMatchObject({ capacity: 5 });
  });

  it('gives a JSON pointer to every problem of a file, and changes nothing', async () => {
    const { file, migrate, get, put } = openFolder();
    await migrate();
    const { code, stdout, stderr } = await put({
      capacity: -1,
      colour: 'red',
      queues: [{ id: 'Thai', takes: {}, pickTimeoutSeconds: '60' }, { id: 'rest' }],
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining(`${file} /capacity: `),
      expect.stringContaining(`${file} /queues/0/id: `),
      expect.stringContaining(`${file} /queues/0/pickTimeoutSeconds: `),
      `${file} /colour: \`colour\` is not a known field. Remove it.`,
      'Nothing was changed.',
      '',
    ]);
    expect((await get()).stderr).toBe('version 0\n');
  });

  it.each([
    ['is not JSON', '{"capacity": 3', ' is not JSON: '],
    ['is not an object', '[]', ': '],
    ['contains a NUL', '{"queues": [{"id": "a\\u0000"}]}', ' /queues/0/id: '],
  ])('refuses a file that %s', async (_, content, message) => {
    const { file, put } = openFolder();
    const { code, stdout, stderr } = await put(content);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${file}${message}`);
  });

  it('refuses a version that is not a number', async () => {
    const { put } = openFolder();
    const { code, stderr } = await put({}, '--if-version', 'latest');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: [^\n]*It must be a version number\.\n$/);
  });

  it('lists versions, prints how two of them or a file differ, and reverts to an earlier one', async () => {
    const { file, put, run } = openFolder();
    await put({ capacity: 5, queues: [{ id: 'thai', takes: { languages: ['tha'] } }, { id: 'default' }] });
    await put({ queues: [{ id: 'default', priority: 2 }] });
    const { stdout: list } = await run('versions');
    expect(list.split('\n').map((line) => line.replace(/\S+Z/, 'TIME').split(/\s{2,}/))).toEqual([
      ['version', 'saved at', 'by', 'changed'],
      ['', '2', 'TIME', 'admin cli', 'capacity queues'],
      ['', '1', 'TIME', 'admin cli', 'capacity queues'],
      ['', '0', 'TIME', 'system migrate', '-'],
      [''],
    ]);
    expect((await run('diff', '0')).stdout).toBe('queues[default].priority\n  - 0\n  + 2\n');
    expect((await run('diff', '1', '0')).stdout).toMatch(
      /^capacity\n  - 5\n  \+ 3\nqueues\[thai\]\n  - \{[^\n]*\n$/,
    );
    expect((await run('diff', 'current', file)).stdout).toBe('The settings are the same.\n');
    expect((await run('revert', '0')).stdout).toBe(
      'queues[default].priority\n  - 2\n  + 0\nSaved the settings of version 0 as version 3.\n',
    );
    expect((await run('revert', '0')).stdout).toBe(
      'The settings are those of version 0 already. Nothing was changed.\n',
    );
    expect(await run('revert', '9')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Version 9 of the settings is not stored. `settings versions` lists those that are.\n',
    });
    expect((await run('versions', '--limit', '1')).stdout).toMatch(/^version [^\n]*\n +3 [^\n]*\n$/);
  });
});
