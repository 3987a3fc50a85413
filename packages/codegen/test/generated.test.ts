import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generate } from '../src/generate.ts';

const root = join(import.meta.dirname, '../../..');
const files = await generate(root);

it.each([...files])('%s is what the schemas and routes generate', async (path, text) => {
  // If this fails: pnpm --filter @chat-ticket/codegen generate
  expect(await readFile(join(root, path), 'utf8')).toBe(text);
});

it.each([...files])('%s documents every type and every member', (_, text) => {
  const lines = text.split('\n');
  const undocumented = lines.filter(
    (line, i) =>
      /^(export (type|interface) .*| +(readonly )?\w+\??:.*[^,])$/.test(line) &&
      !lines[i - 1]?.endsWith('*/'),
  );
  expect(undocumented).toEqual([]);
});
