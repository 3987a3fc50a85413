import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ScenarioFiles } from './scenario-files.ts';

export const files: ScenarioFiles = {
  read: (file) => readFileSync(file, 'utf8'),
  resolve: (from, path) => resolve(dirname(from), path),
};

/** A temporary folder, with a function that writes a text or a JSON value into it and returns the path. */
export function createTestFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'simulation-'));
  return {
    write(name: string, content: unknown): string {
      const file = join(folder, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Two groups of agents and two kinds of tickets. */
export const scenario = {
  seed: 3,
  runs: 4,
  durationSeconds: 36_000,
  arrivals: [{ perHour: 60, metadata: { language: 'tha' } }, { perHour: 20 }],
  handling: { distribution: 'exponential', meanSeconds: 200 },
  agents: [
    { id: 'ann', skills: ['language:tha'], capacity: 1 },
    { count: 4, skills: ['language:tha', 'tier:2'], capacity: 1 },
  ],
};
