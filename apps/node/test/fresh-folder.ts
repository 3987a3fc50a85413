import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Creates an empty folder. Deletes it after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
