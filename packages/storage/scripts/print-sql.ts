// Prints the statements of a command or query. They can be pasted into a SQLite shell.
import Engine from 'libsql';
import { format } from 'sql-formatter';
import { failIfRepeated } from '../src/command/refusing-repeats.ts';
import * as storage from '../src/index.ts';
import { bundle } from '../src/migration/bundle.ts';
import { operationsOf } from './operations.ts';

const usage = `usage: pnpm sql COMMAND [--plan]

Prints the statements that COMMAND sends in its batch, with named parameters.
--plan adds SQLite's query plan of each statement, on an empty database.`;

type Printed = { title: string; text: string };

/**
 * The statements of a command or query in their order. Equal statements in a row are one. Undefined: the name is
 * unknown.
 */
export function statementsOf(name: string): Printed[] | undefined {
  const operation = operationsOf(storage).get(name);
  if (!operation) return undefined;
  const { answers, mode, steps } = operation;
  const guard = { title: 'guard: fails when the command was committed before', text: failIfRepeated.text };
  return [...(mode === 'write' ? [guard] : []), ...stepsOf(steps), ...answers.map(toAnswer)];
}

const toAnswer = ({ name, text }: { name: string; text: string }) => ({ title: `answer: ${name}`, text });

function stepsOf(steps: readonly { text: string }[]): Printed[] {
  const printed: Printed[] = [];
  for (let i = 0; i < steps.length;) {
    const { text } = steps[i]!;
    const end = steps.findIndex((step, at) => at > i && step.text !== text);
    const next = end === -1 ? steps.length : end;
    const count = next - i;
    const title = count === 1 ? `step ${i + 1}` : `steps ${i + 1} to ${next}: ${count} times`;
    printed.push({ title: `${title} of ${steps.length}`, text });
    i = next;
  }
  return printed;
}

function openEmptyDatabase(): Engine.Database {
  const engine = new Engine(':memory:');
  for (const { sql } of bundle) engine.exec(sql.replaceAll('--> statement-breakpoint', ''));
  return engine;
}

/** SQLite’s query plan of a statement on an empty database, indented by depth. */
export function planOf(text: string): string {
  type Row = { id: number; parent: number; detail: string };
  const rows = openEmptyDatabase().prepare(`explain query plan ${text}`).all() as Row[];
  const depths = new Map([[0, 0]]);
  return rows
    .map(({ id, parent, detail }) => {
      const depth = (depths.get(parent) ?? 0) + 1;
      depths.set(id, depth);
      return `--${'  '.repeat(depth)}${detail}`;
    })
    .join('\n');
}

/** The statement with line breaks and indentation. */
export const formatted = (text: string): string =>
  `${format(text, { language: 'sqlite', keywordCase: 'preserve', paramTypes: { named: [':'] }, expressionWidth: 100 })};`;

function main(args: readonly string[]): void {
  const names = [...operationsOf(storage).keys()].toSorted();
  const name = args.find((arg) => !arg.startsWith('--'));
  const statements = name === undefined ? undefined : statementsOf(name);
  if (!statements) {
    const help = `${usage}\n\nCOMMAND is one of these commands and queries:\n  ${names.join('\n  ')}`;
    if (name === undefined) return console.log(help);
    console.error(`The command or query ${name} does not exist.\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  const hasPlans = args.includes('--plan');
  for (const { title, text } of statements) {
    console.log(`-- ${title}\n${formatted(text)}`);
    if (hasPlans) console.log(planOf(text));
    console.log();
  }
}

if (import.meta.main) main(process.argv.slice(2));
