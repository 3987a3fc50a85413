import { type Command, command, type Step } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, select } from '../command/statement.ts';
import { selectTicket, type TicketRow } from '../rows/ticket-row.ts';
import type { TicketEventType } from '../steps/append-events.ts';

/** What every change of one ticket needs. */
export type TicketChange = CommandContext & {
  ticketId: string;
  /** The agent that must have the ticket. Null: the caller may change every ticket. */
  owner: string | null;
  /** The `changeId`s of which the ticket must have one. Null: any. */
  ifVersion: readonly string[] | null;
};

/**
 * `done`: the command changed the ticket. `unchanged`: its status, owner or version did not allow the change. Other codes
 * name a more exact reason.
 */
export type TicketChangeOutcome<Refusal extends string = never> = {
  outcome: 'done' | 'unchanged' | Refusal;
  /** The ticket as it is now, or null if it does not exist. */
  ticket: TicketRow | null;
};

/** The condition of every change of a ticket: its id, its owner and its version. */
export const matchesChange = `tickets.id = :ticketId
    and (:owner is null or tickets.agent_id = :owner)
    and (:ifVersion is null or tickets.change_id in (select value from json_each(:ifVersion)))`;

/** The event of this command, or null if the command has not changed the ticket. */
export const selectChanged = (event: TicketEventType) =>
  one(
    select<{ changeId: string; ticketId: string }, { seq: number }>`
  select seq from events where change_id = :changeId and type = '${event}' and subject_id = :ticketId`,
  );

/** A command that changes one ticket. Its steps write an event of the type `event` if they have changed it. */
export const ticketChange = <P extends TicketChange>(options: {
  event: TicketEventType;
  steps: readonly Step<P>[];
}): Command<P, TicketChangeOutcome> =>
  command({
    steps: options.steps,
    answer: { changed: selectChanged(options.event), ticket: one(selectTicket) },
    outcome: ({ changed, ticket }) => ({ outcome: changed ? 'done' : 'unchanged', ticket }),
  });
