import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { isFirstTime } from '../event/repeat.ts';
import { appendTicketEvents, type EventData, type TicketEvent } from '../event/append.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { tickets } from '../schema.ts';
import { build, type Statement, statement } from '../statement.ts';

type Placeholders<P> = { readonly [Name in keyof P]: SQL };

/** What becomes of a ticket that has no agent any more. */
export const withoutAgent = {
  agentId: null,
  assignedAt: null,
  isAgentFixed: 0,
  pickBy: null,
  pickedAt: null,
} as const;

/**
 * Takes the tickets that `which` picks out from their agents: each waits again, by default under the status
 * that it had, at its original place. `asksOthersFirst` keeps it from going straight back.
 */
export function returnTickets<P extends CommandParams>(options: {
  event: TicketEvent;
  which: (p: Placeholders<P>) => SQL;
  status?: SQL;
  data?: (p: Placeholders<P>) => EventData;
  asksOthersFirst: boolean;
  set?: (p: Placeholders<P>) => Record<string, SQL | number | string>;
}): Statement<P>[] {
  const { event, asksOthersFirst } = options;
  const which = (p: Placeholders<P>) => sql`${isFirstTime(p)} and ${options.which(p)}`;
  const status = options.status ?? sql`${tickets.waitingStatus}`;
  const decline = statement<P>(
    (p) => sql`
      insert into ticket_declines (ticket_id, agent_id, at)
      select ${tickets.id}, ${tickets.agentId}, ${p.now} from ${tickets} where ${tickets.agentId} is not null and ${which(p)}
      on conflict do nothing`,
  );
  const give = statement<P>((p) =>
    build
      .update(tickets)
      .set({
        ...withoutAgent,
        status,
        needSet: null,
        updatedAt: p.now,
        changeId: p.changeId,
        ...options.set?.(p),
      })
      .where(which(p)),
  );
  return [
    appendTicketEvents<P>(event, which, (p) => ({ status, ...options.data?.(p) })),
    ...(asksOthersFirst ? [decline] : []),
    give,
    placeInQueue,
  ];
}
