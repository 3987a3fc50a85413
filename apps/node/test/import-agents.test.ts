import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLibsqlEndpoint } from '@chat-ticket/libsql-endpoint';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

const ann = 'ann,ann@desk.example,Ann Lim,2,language:eng;entity:FP_SG';
const ben = 'ben,ben@desk.example,Ben Ho,,';

const backendToken = () => issueToken({ secret, role: 'service', sub: 'backend' });

/** Creates a data folder for imports of agents. */
function openFolder() {
  const folder = freshFolder();
  const file = join(folder, 'agents.csv');
  const variables = { DATA_DIR: folder };
  return {
    file,
    variables,
    importFile: (content: string | Uint8Array) => {
      writeFileSync(file, content);
      return runCli(['agents', 'import', file], variables);
    },
    importAgents: (...lines: string[]) => {
      writeFileSync(file, ['id,email,name,capacity,skills', ...lines, ''].join('\r\n'));
      return runCli(['agents', 'import', file], variables);
    },
    /** The agent’s record, read through a desk on this folder. */
    agent: async (agentID: string) => {
      const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
      const response = await createClient({ baseUrl: desk.url, token: backendToken }).getAgent({ agentID });
      await desk.stop();
      return response;
    },
  };
}

describe('chat-ticket agents import', () => {
  it('creates the agents of a file, and replaces them at the next import', async () => {
    const { agent, importAgents } = openFolder();
    expect(await importAgents(ann)).toEqual({
      code: 0,
      stdout: 'Imported 1 agent, 1 new.\n',
      stderr: '',
    });
    const again = await importAgents(ann.replace('Ann Lim,2', 'Ann Tan,5'), ben);
    expect(again).toEqual({ code: 0, stdout: 'Imported 2 agents, 1 new.\n', stderr: '' });
    expect(await agent('ann')).toMatchObject({
      data: { name: 'Ann Tan', capacity: 5, skills: ['entity:FP_SG', 'language:eng'], status: 'offline' },
    });
    expect(await agent('ben')).toMatchObject({ data: { name: 'Ben Ho', capacity: 3, skills: [] } });
  });

  it('names the file, line and column of each invalid cell, and changes nothing', async () => {
    const { agent, file, importAgents } = openFolder();
    const { code, stdout, stderr } = await importAgents(ann, 'ben,ben,Ben,101,', 'ann,c@desk.example,Cay,,');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining(`${file} line 3, email: `),
      expect.stringContaining(`${file} line 3, capacity: `),
      `${file} line 4, id: ann is already on line 2`,
      'Nothing was imported.',
      '',
    ]);
    expect(await agent('ann')).toMatchObject({ ok: false, error: { code: 'agent_not_found' } });
  });

  it('names the agent that already has an email, and changes nothing', async () => {
    const { agent, file, importAgents } = openFolder();
    await importAgents(ann);
    const { code, stderr } = await importAgents(ben, 'cay,ANN@desk.example,Cay,,');
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${file} line 3, email: the agent ann already has ANN@desk.example\nNothing was imported.\n`,
    );
    expect(await agent('ben')).toMatchObject({ ok: false, error: { code: 'agent_not_found' } });
  });

  it.each([
    ['is not UTF-8', new Uint8Array([0x69, 0x64, 0xff, 0x0a]), 'is not UTF-8 text.'],
    [
      'contains a NUL byte',
      `id,email,name\nann,ann@desk.example,A\0nn`,
      'is not text: it contains a NUL byte.',
    ],
    ['is empty', '', 'line 1: missing column id'],
    [
      'has a quote that is never closed',
      'id,email,name\n"ann,a@desk.example,Ann',
      'line 2: a quoted cell has no closing quote',
    ],
  ])('refuses a file that %s', async (_, content, message) => {
    const { file, importFile } = openFolder();
    const { code, stderr } = await importFile(content);
    expect(code).toBe(1);
    expect(stderr.slice(0, file.length + 1 + message.length)).toBe(`${file} ${message}`);
  });

  it('names a file that it cannot read', async () => {
    const { code, stderr } = await runCli(['agents', 'import', 'no-such.csv'], { DATA_DIR: freshFolder() });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Cannot read no-such.csv: it does not exist (ENOENT).\n',
    });
  });

  it('asks for a migration when the database is not migrated', async () => {
    const { importAgents, variables } = openFolder();
    const endpoint = await startLibsqlEndpoint({ path: join(variables.DATA_DIR, 'remote.db') });
    onTestFinished(() => endpoint.close());
    Object.assign(variables, { DATABASE_URL: endpoint.url, DATABASE_AUTH_TOKEN: endpoint.authToken });
    const { code, stderr } = await importAgents(ann);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*Run `chat-ticket migrate --workspace default`\.\n$/);
  });
});
