import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { statement } from '../command/statement.ts';

// Only a gap sets the time back, so that processes whose clocks differ keep the latest.
const record = statement<CommandContext>`
  insert into service (id, served_until) values (1, :now)
  on conflict (id) do update set served_until = excluded.served_until where served_until < excluded.served_until`;

/** Records that the desk serves the workspace at `now`. */
export const recordServed = command({ steps: [record], answer: {} });
