import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';

/** Whether the event log has an event: false for a new desk. */
export const hasEvents = query({
  answer: {
    log: only(
      select<object, { hasEvents: 0 | 1 }>`select exists (select 1 from events where seq > 0) as "hasEvents"`,
    ),
  },
  outcome: ({ log }) => log.hasEvents === 1,
});
