import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from './generate.ts';

// Run it with `pnpm --filter @chat-ticket/codegen generate` after a change of the schemas or the route table.
const root = join(import.meta.dirname, '../../..');
for (const [path, text] of await generate(root)) await writeFile(join(root, path), text);
