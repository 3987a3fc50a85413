import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '@chat-ticket/api';
import { isCurrent, sendTo } from '@chat-ticket/storage';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '../../test/fresh-folder.ts';
import { parseConfig } from '../config/parse-config.ts';
import { openDesk } from './open-desk.ts';

it('migrates the databases of all workspaces before it serves, and goes on if one is damaged', async () => {
  const folder = freshFolder();
  const old = await openFileDatabase({ url: `file:${join(folder, 'old.db')}` });
  expect(await isCurrent(sendTo(old))).toBe(false);
  writeFileSync(join(folder, 'damaged.db'), 'no database'.repeat(1_000));
  const lines: LogLine[] = [];
  const desk = await openDesk(
    parseConfig({ AUTH_SECRET: 'x'.repeat(32), DATABASE_URL: `file:${folder}/{workspace}.db` }),
    (line) => lines.push(line),
  );
  onTestFinished(async () => {
    await desk.close();
    old.close();
  });
  expect(await isCurrent(sendTo(old))).toBe(true);
  expect(lines.filter(({ level }) => level === 'error')).toMatchObject([{ workspace: 'damaged' }]);
});
