import type { Operation } from '../src/command/command.ts';

/** A command or query with any input and output. */
export type AnyOperation = Operation<never, unknown>;

const isOperation = (value: unknown): value is AnyOperation =>
  typeof value === 'object' && value !== null && 'mode' in value && 'steps' in value;

/**
 * The commands and queries that a module exports, by name. Those of a group have names such as `setTicketStatus.ERROR`.
 */
export function operationsOf(exports: object, prefix = ''): Map<string, AnyOperation> {
  const found = new Map<string, AnyOperation>();
  for (const [name, value] of Object.entries(exports)) {
    if (isOperation(value)) found.set(prefix + name, value);
    else if (typeof value === 'object' && value !== null)
      for (const [own, operation] of operationsOf(value, `${prefix}${name}.`)) found.set(own, operation);
  }
  return found;
}
