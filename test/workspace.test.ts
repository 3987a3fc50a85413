import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const yaml = readFileSync(new URL('../pnpm-workspace.yaml', import.meta.url), 'utf8');

/** The indented lines below a key. The file has no deeper structure. */
const linesBelow = (key: string) =>
  (new RegExp(`^${key}:\\n((?: {2}.*\\n)+)`, 'm').exec(yaml)?.[1] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

it('has the same packages and catalog for pnpm as for Bun and Deno', () => {
  const packages = linesBelow('packages').map((line) => line.replace(/^- /, ''));
  const catalog = linesBelow('catalog').map((line) => line.replaceAll("'", '').split(': '));
  expect({ packages, catalog: Object.fromEntries(catalog) }).toEqual(manifest.workspaces);
});
