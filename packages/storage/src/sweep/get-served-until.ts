import { query } from '../command/command.ts';
import { one, select } from '../command/statement.ts';

const selectService = select<object, { servedUntil: number }>`
  select served_until as "servedUntil" from service`;

/** Until when the desk is known to have served the workspace, in ms since 1970. Null: no process has recorded it. */
export const getServedUntil = query({
  answer: { service: one(selectService) },
  outcome: ({ service }) => service?.servedUntil ?? null,
});
