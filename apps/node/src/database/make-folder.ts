import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { giveToOwnerOf } from '@chat-ticket/storage/file-owner';

/** Creates the folder of a file, and those above it, if they are missing. Only their owner can enter them. */
export const makeFolderOf = (path: string): void => makeFolder(dirname(resolve(path)));

/**
 * Creates a folder and those above it. If root creates it, its owner is the owner of the folder above it. The recursive
 * option of `mkdirSync` never returns below /proc.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
    giveToOwnerOf(dirname(path), path);
  } catch (error) {
    // Another process of the desk was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const ownFile = /^(auth-secret|lost\+found|.+\.db(-wal|-shm|-journal|\..+)?)$/;

/**
 * Creates the data folder. Only its owner can enter it. A folder that has other files than the desk’s keeps its mode:
 * it may be shared.
 */
export function makeDataFolder(path: string): void {
  makeFolder(resolve(path));
  if (!readdirSync(path).every((name) => ownFile.test(name))) return;
  try {
    chmodSync(path, 0o700);
  } catch {
    // It has another owner, who decides.
  }
}
