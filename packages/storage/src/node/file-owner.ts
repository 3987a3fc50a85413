import { chownSync, statSync } from 'node:fs';

/**
 * Gives a file or folder to the owner of another one, if this process is root. A desk that runs as another user could
 * not open what root owns. Other users cannot give files away, so for them it does nothing.
 */
export function giveToOwnerOf(other: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(other);
  chownSync(path, uid, gid);
}

/** Whether this process may act for the owner of the file: it is that user, or root. */
export function isOwnerOf(path: string): boolean {
  const user = process.getuid?.();
  return user === undefined || user === 0 || user === statSync(path).uid;
}
