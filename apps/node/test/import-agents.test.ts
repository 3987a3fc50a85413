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

/** A data folder, and an import of agents into it. */
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
    /** The agent as a desk on this folder has it. */
    agent: async (agentID: string) => {
      const desk = await startDesk('node', { ...variables, AUTH_SECRET: secret });
      const answer = await createClient({ baseUrl: desk.url, token: backendToken }).getAgent({ agentID });
      await desk.stop();
      return answer;
    },
  };
}

describe('chat-ticket agents import', () => {
  it('makes the agents of a file, and replaces them the next time', async () => {
    const { agent, importAgents } = openFolder();
    expect(await importAgents(ann)).toEqual({
      code: 0,
      stdout: 'agents imported: 1, new ones: 1\n',
      stderr: '',
    });
    const again = await importAgents(ann.replace('Ann Lim,2', 'Ann Tan,5'), ben);
    expect(again).toEqual({ code: 0, stdout: 'agents imported: 2, new ones: 1\n', stderr: '' });
    expect(await agent('ann')).toMatchObject({
      data: { name: 'Ann Tan', capacity: 5, skills: ['entity:FP_SG', 'language:eng'], status: 'offline' },
    });
    expect(await agent('ben')).toMatchObject({ data: { name: 'Ben Ho', capacity: 3, skills: [] } });
  });

  it('names file, line and column of each bad row, and then changes nothing', async () => {
    const { agent, file, importAgents } = openFolder();
    const { code, stdout, stderr } = await importAgents(ann, 'ben,ben,Ben,101,', 'ann,c@desk.example,Cay,,');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining(`${file} line 3, email: `),
      expect.stringContaining(`${file} line 3, capacity: `),
      `${file} line 4, id: ann stands on line 2 already`,
      'nothing was imported',
      '',
    ]);
    expect(await agent('ann')).toMatchObject({ ok: false, error: { code: 'agent_not_found' } });
  });

  it('names the agent that has an email already, and then changes nothing', async () => {
    const { agent, file, importAgents } = openFolder();
    await importAgents(ann);
    const { code, stderr } = await importAgents(ben, 'cay,ANN@desk.example,Cay,,');
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${file} line 3, email: ANN@desk.example is the email of agent ann\nnothing was imported\n`,
    );
    expect(await agent('ben')).toMatchObject({ ok: false, error: { code: 'agent_not_found' } });
  });

  it.each([
    ['is not UTF-8', new Uint8Array([0x69, 0x64, 0xff, 0x0a]), 'is not a text in UTF-8'],
    ['holds a NUL', `id,email,name\nann,ann@desk.example,A\0nn`, 'is not a text: it holds a NUL'],
    ['is empty', '', 'line 1: no column id'],
    [
      'has a quote that is never closed',
      'id,email,name\n"ann,a@desk.example,Ann',
      'line 2: Quote Not Closed',
    ],
  ])('refuses a file that %s', async (_, content, message) => {
    const { file, importFile } = openFolder();
    const { code, stderr } = await importFile(content);
    expect(code).toBe(1);
    expect(stderr.slice(0, file.length + 1 + message.length)).toBe(`${file} ${message}`);
  });

  it('names a file that is not there', async () => {
    const { code, stderr } = await runCli(['agents', 'import', 'no-such.csv'], { DATA_DIR: freshFolder() });
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'no-such.csv can’t be read: ENOENT\n' });
  });

  it('says that a database has to be migrated first', async () => {
    const { importAgents, variables } = openFolder();
    const endpoint = await startLibsqlEndpoint({ path: join(variables.DATA_DIR, 'remote.db') });
    onTestFinished(() => endpoint.close());
    Object.assign(variables, { DATABASE_URL: endpoint.url });
    const { code, stderr } = await importAgents(ann);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]*run `chat-ticket migrate --workspace default`\n$/);
  });
});
