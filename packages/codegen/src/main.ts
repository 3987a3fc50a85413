import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from './generate.ts';

const root = join(import.meta.dirname, '../../..');
for (const [path, text] of await generate(root)) await writeFile(join(root, path), text);
