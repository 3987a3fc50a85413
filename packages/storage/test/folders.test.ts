import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// Proves that no two folders of src import each other, directly or through others. Every folder has a level, and imports
// only from folders of lower levels. README.md says what each contains. The test reads the import statements of all files
// that are not tests.

/** From the lowest to the highest. Folders of one level do not import each other. */
const levels = [
  ['database'],
  ['command'],
  ['sql'],
  ['schema'],
  ['rows'],
  ['steps'],
  [
    'agent',
    'board',
    'event',
    'queue',
    'report',
    'room',
    'routing',
    'settings',
    'ticket',
    'token',
    'workspace',
  ],
  ['migration', 'sweep', 'http'],
  ['node'],
  ['index'],
];

const src = fileURLToPath(new URL('../src', import.meta.url));

/** The folder of a file of src, or the name of a file that is in no folder. */
const folderOf = (path: string) => path.split('/')[0]!.replace(/\.ts$/, '');

const levelOf = (path: string) => levels.findIndex((folders) => folders.includes(folderOf(path)));

const importsOf = (path: string, text: string) =>
  [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, target]) => join(dirname(path), target!));

/** The imports of a file that do not go down, such as `steps/assign.ts imports ticket/get-ticket.ts`. */
const wrongImports = (path: string, text: string) =>
  importsOf(path, text)
    .filter((target) => folderOf(target) !== folderOf(path) && levelOf(target) >= levelOf(path))
    .map((target) => `${path} imports ${target}`);

const files = globSync('**/*.ts', { cwd: src }).filter((path) => !/\.test(-d)?\.ts$/.test(path));

it('has a level for every folder of src', () => {
  expect(files.filter((path) => levelOf(path) === -1)).toEqual([]);
});

it('imports only from lower levels', () => {
  expect(files.flatMap((path) => wrongImports(path, readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

it('finds an import of a higher or the same level', () => {
  const text = `import type { A } from '../settings/a.ts';
    export {
      b,
    } from '../command/b.ts';`;
  expect(wrongImports('steps/c.ts', text)).toEqual(['steps/c.ts imports settings/a.ts']);
  expect(wrongImports('ticket/c.ts', text)).toEqual(['ticket/c.ts imports settings/a.ts']);
  expect(wrongImports('settings/c.ts', text)).toEqual([]);
  expect(wrongImports('database.ts', text.replaceAll('../', './'))).toHaveLength(2);
});
