import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packagesFolder, sourceFiles } from './source-files.ts';

const sources = (await sourceFiles()).map((file) => file.slice(packagesFolder.length + 1));

/** Returns the lines that match and have no doc comment above them. */
function undocumented(lines: readonly string[], pattern: RegExp): string[] {
  return lines.filter((line, i) => {
    const [, name] = pattern.exec(line) ?? [];
    // Overloads share the doc comment of the first.
    return (
      name !== undefined && !lines[i - 1]?.endsWith('*/') && pattern.exec(lines[i - 1] ?? '')?.[1] !== name
    );
  });
}

/** Returns the lines of the exported object types and classes. */
function publicMembers(lines: readonly string[]): string[] {
  let isInside = false;
  return lines.filter((line) => {
    if (/^export (type|interface|class) .*\{$/.test(line)) isInside = true;
    else if (/^\S/.test(line)) isInside = false;
    return isInside;
  });
}

describe.each(sources)('%s', async (source) => {
  const lines = (await readFile(`${packagesFolder}/${source}`, 'utf8')).split('\n');

  it('documents every export', () => {
    const declaration = /^export (?:const|let|function|async function|class|interface|type|enum) (\w+)/;
    expect(undocumented(lines, declaration)).toEqual([]);
  });

  it('documents every member of an exported type', () => {
    expect(undocumented(publicMembers(lines), /^ {2}(?:override )?(?:readonly )?([\w'-]+)\??[:(]/)).toEqual(
      [],
    );
  });
});
