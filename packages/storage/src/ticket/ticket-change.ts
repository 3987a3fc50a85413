import { type Command, command, type Step } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select } from '../command/statement.ts';
import { selectTicket, type TicketRow } from '../rows/ticket-row.ts';
import type { TicketEventType } from '../steps/append-events.ts';

/** A change of one ticket. */
export type TicketChange = CommandContext & {
  ticketId: string;
  /** The agent that must have the ticket, or null when the caller may change anyone’s. */
  owner: string | null;
  /** The `changeId` that the ticket must have, or null for any. */
  ifVersion: string | null;
};

/** `done`: this command changed the ticket. `unchanged`: its guard did not allow it. Else why not. */
export type TicketChangeOutcome<Refusal extends string = never> = {
  outcome: 'done' | 'unchanged' | Refusal;
  /** The ticket as it is now, or null when there is none. */
  ticket: TicketRow | null;
};

/** The part of the guard that every change of a ticket has. */
export const matchesChange = `tickets.id = :ticketId
    and (:owner is null or tickets.agent_id = :owner)
    and (:ifVersion is null or tickets.change_id = :ifVersion)`;

/** Whether this command has written its event: it has changed the ticket. */
export const selectChanged = (event: TicketEventType) =>
  one(
    select<{ changeId: string; ticketId: string }, { seq: number }>`
  select seq from events where change_id = :changeId and type = '${event}' and subject_id = :ticketId`,
  );

/** A command that changes one ticket, and writes `event` when it has. */
export const ticketChange = <P extends TicketChange>(options: {
  event: TicketEventType;
  steps: readonly Step<P>[];
}): Command<P, TicketChangeOutcome> =>
  command({
    steps: options.steps,
    answer: { changed: selectChanged(options.event), ticket: one(selectTicket) },
    outcome: ({ changed, ticket }) => ({ outcome: changed ? 'done' : 'unchanged', ticket }),
  });
