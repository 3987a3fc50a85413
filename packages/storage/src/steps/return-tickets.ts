import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { unassigned } from '../sql/ticket-columns.ts';
import { appendTicketEvents, type EventData, type TicketEventType } from './append-events.ts';
import { placeInQueue } from './place-in-queue.ts';

/**
 * Takes the tickets that `where` finds from their agents. Each waits again at its original rank. `where`, `data`,
 * `status` and `set` are SQL.
 *
 * @see packages/domain/src/ticket/transition.ts `fallbacks`, the statuses that a ticket returns to
 */
export const returnTickets = <P extends CommandContext & Bindable<P>>(options: {
  event: TicketEventType;
  where: string;
  data?: EventData;
  /** Whether the agent counts as having declined, so that other agents are asked first. */
  asksOthersFirst: boolean;
  /** The status that the ticket gets. Default: the waiting status that it had. */
  status?: string;
  /** Further columns that the UPDATE sets. */
  set?: string;
}): Statement<P>[] => {
  const { event, where, asksOthersFirst, status = 'tickets.waiting_status' } = options;
  return [
    appendTicketEvents<P>(event, { where, data: { status, ...options.data } }),
    ...(asksOthersFirst
      ? [
          statement<P>`
  insert into ticket_declines (ticket_id, agent_id, at)
  select tickets.id, tickets.agent_id, :now from tickets
  where tickets.agent_id is not null and ${where}
  on conflict do nothing`,
        ]
      : []),
    statement<P>`
  update tickets set
    status = ${status}, ${unassigned}, need_set = null, ${options.set ? `${options.set}, ` : ''}
    updated_at = :now, change_id = :changeId
  where ${where}`,
    placeInQueue,
  ];
};
