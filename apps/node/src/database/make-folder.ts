import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Creates the folder of a file, and those above it, if they are missing. Only their owner can enter them. */
export const makeFolderOf = (path: string): void => makeFolder(dirname(path));

/** Creates a folder and those above it. The recursive option of `mkdirSync` never returns below /proc. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
