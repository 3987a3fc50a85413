import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export const packagesFolder = join(import.meta.dirname, '../..');

async function sourcesOf(name: string): Promise<string[]> {
  const source = join(packagesFolder, name, 'src');
  const files = await readdir(source, { recursive: true });
  return files
    .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
    .map((file) => join(source, file));
}

/** Returns the source files of the published packages, without their tests. */
export const sourceFiles = async () => (await Promise.all(['contract', 'client'].map(sourcesOf))).flat();
