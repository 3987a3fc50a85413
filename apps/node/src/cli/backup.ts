import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { copyDatabase } from '@chat-ticket/storage/copy-database';
import { type Restored, restoreDatabase } from '@chat-ticket/storage/restore-database';
import { parseConfig } from '../config/parse-config.ts';
import { embeddedPath } from '../database/embedded-path.ts';
import { workspaceOf } from '../database/existing-workspaces.ts';
import { makeFolderOf } from '../database/make-folder.ts';
import { namingVariable } from '../database/naming-variable.ts';
import { requireDatabase } from '../database/require-database.ts';
import { isSystemError, systemReason } from './system-error.ts';

export async function backup(file: string, { workspace }: { workspace: string }): Promise<void> {
  const config = parseConfig(process.env);
  const path = embeddedPath(config, workspace);
  requireDatabase(config, workspace);
  if (workspaceOf(config, resolve(file)) !== undefined)
    throw new Error(`A desk would serve ${file} as a workspace. Choose another folder for backups.`);
  if (!existsSync(dirname(resolve(file))))
    throw new Error(`The folder of ${file} does not exist. Create it, or choose another name.`);
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Error('The backup was stopped. There is no file.'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await copyDatabase({
    from: path,
    to: file,
    signal: stopping.signal,
    onProgress: ({ writtenBytes, totalBytes }) =>
      console.error(`${megabytes(writtenBytes)} of ${megabytes(totalBytes)} written`),
  }).catch((error: unknown) => {
    if (stopping.signal.aborted) throw stopping.signal.reason;
    if (!isSystemError(error)) throw error;
    throw new Error(`Cannot write ${file}: ${systemReason(error)}.`, { cause: error });
  });
  console.log(`Backed up the workspace ${workspace} to ${file}.`);
}

export async function restore(file: string, { workspace }: { workspace: string }): Promise<void> {
  const config = parseConfig(process.env);
  const path = embeddedPath(config, workspace);
  requireReadable(file);
  const restored = await namingVariable(config, () => {
    makeFolderOf(path);
    return restoreDatabase({ from: file, to: path, workspace, now: Date.now });
  });
  console.log(describe(restored, workspace, file));
}

function requireReadable(file: string): void {
  try {
    closeSync(openSync(file, 'r'));
    if (statSync(file).isDirectory()) throw new Error(`Cannot read ${file}: it is a folder.`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Error(`Cannot read ${file}: ${systemReason(error)}.`, { cause: error });
  }
}

function describe({ movedTo, tickets, messages }: Restored, workspace: string, file: string): string {
  const kept = movedTo === undefined ? '' : `\nThe earlier database is now ${movedTo}.`;
  return `Restored the workspace ${workspace} from ${file}: ${tickets} tickets, ${messages} messages.${kept}`;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
