import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../../test/fresh-folder.ts';
import { parseConfig } from '../config/parse-config.ts';
import { existingWorkspaces, workspaceOf } from './existing-workspaces.ts';

const configOf = (DATABASE_URL: string) => parseConfig({ AUTH_SECRET: 'x'.repeat(32), DATABASE_URL });

describe.each([
  '{workspace}.db',
  '{workspace}',
  'desk-{workspace}.sqlite',
  '{workspace}/desk.db',
  'desks/of-{workspace}/data/desk.db',
  '{workspace}/{workspace}.db',
  '{workspace}-{workspace}.db',
])('with the template %s', (template) => {
  const prepare = () => {
    const folder = freshFolder();
    const fileOf = (workspace: string) => join(folder, template.replaceAll('{workspace}', workspace));
    const create = (workspace: string, text = '') => {
      mkdirSync(dirname(fileOf(workspace)), { recursive: true });
      writeFileSync(fileOf(workspace), text);
    };
    return { folder, fileOf, create, config: configOf(`file:${folder}/${template}`) };
  };

  it('finds the workspaces that have a file, and nothing else', () => {
    const { folder, fileOf, create, config } = prepare();
    expect(existingWorkspaces(config)).toEqual([]);
    for (const workspace of ['default', 'acme', 'a-b', 'Not-A-Workspace', 'no workspace']) create(workspace);
    mkdirSync(fileOf('folder'), { recursive: true });
    mkdirSync(dirname(fileOf('pipe')), { recursive: true });
    execFileSync('mkfifo', [fileOf('pipe')]);
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'notes.txt'), '');
    expect(existingWorkspaces(config).toSorted()).toEqual(['a-b', 'acme', 'default']);
  });

  it('knows the workspace of a file', () => {
    const { fileOf, config } = prepare();
    expect(workspaceOf(config, fileOf('acme'))).toBe('acme');
    for (const other of ['acme.backup', '../acme', 'acme/x'])
      expect(workspaceOf(config, fileOf(other))).toBeUndefined();
    expect(workspaceOf(config, `${fileOf('acme')}-wal`)).toBeUndefined();
  });
});

it('does not take a file for a workspace whose folder has another name', () => {
  const folder = freshFolder();
  const config = configOf(`file:${folder}/{workspace}/{workspace}.db`);
  mkdirSync(join(folder, 'acme'));
  writeFileSync(join(folder, 'acme', 'other.db'), '');
  expect(existingWorkspaces(config)).toEqual([]);
  expect(workspaceOf(config, join(folder, 'acme', 'other.db'))).toBeUndefined();
});
