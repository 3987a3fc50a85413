import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { clientMethods } from './client-methods.ts';
import { contractTypes, namedSchemas, namesOf } from './contract-types.ts';

/** Returns the generated files, formatted, by their path from the root of the repository. */
export async function generate(root: string): Promise<Map<string, string>> {
  const schemas = await namedSchemas(root);
  const files = contractTypes(schemas);
  files.set('packages/client/src/route-methods.types.ts', clientMethods(namesOf(schemas)));

  const { ignorePatterns: _, ...options } = JSON.parse(await readFile(join(root, '.oxfmtrc.json'), 'utf8'));
  for (const [path, text] of files) {
    const { code, errors } = await format(path, text, options);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}\n${text}`);
    files.set(path, code);
  }
  return files;
}
