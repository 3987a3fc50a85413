import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with `contract.tgz` and `client.tgz`. */
    packedPackages: string;
  }
}

/** Packs the published packages once: a pack rebuilds `dist`, so two at the same time would break each other. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chat-ticket-packed-'));
  for (const name of ['contract', 'client']) {
    const cwd = join(import.meta.dirname, '../packages', name);
    await promisify(execFile)('pnpm', ['pack', '--out', join(folder, `${name}.tgz`)], { cwd });
  }
  project.provide('packedPackages', folder);
  return () => rm(folder, { recursive: true });
}

/** The path of a package as it is published. */
export const packedPackage = (name: string): string => join(inject('packedPackages'), `${name}.tgz`);
