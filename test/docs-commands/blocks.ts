import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** A code block of a page with commands. */
export type Block = {
  path: string;
  /** `sh` has commands alone. `console` has commands after `$ ` and what they print. */
  language: 'sh' | 'console';
  text: string;
};

/** The blocks with commands of a page, in order. */
export const blocksOf = (path: string): Block[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^( *)```(sh|console)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language, text = '']) => ({
      path,
      language: language as Block['language'],
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );

/** The one block of a page that contains the text. */
export function blockWith(path: string, text: string): Block {
  const found = blocksOf(path).filter((block) => block.text.includes(text));
  if (found.length !== 1) throw new Error(`${path} has ${found.length} blocks with ${text}. Name one block.`);
  return found[0]!;
}

export type Step = { command: string; prints: string[] };

/** The commands of a `console` block, each with the lines that the page says it prints. */
export function stepsOf({ text }: Block): Step[] {
  const steps: Step[] = [];
  let isContinued = false;
  for (const line of text.trimEnd().split('\n')) {
    const last = steps.at(-1);
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), prints: [] });
    else if (isContinued) last!.command += `\n${line}`;
    else last!.prints.push(line);
    isContinued = line.endsWith('\\');
  }
  return steps;
}

/** Whether the lines are printed in this order. `...` is any number of lines. */
export function matchesLines(expected: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return printed.length === 0;
  if (first === '...') {
    return printed.some((_, index) => matchesLines(rest, printed.slice(index))) || rest.length === 0;
  }
  return printed[0] === first && matchesLines(rest, printed.slice(1));
}
