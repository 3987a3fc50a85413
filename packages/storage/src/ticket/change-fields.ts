import { fieldKeys, type FieldValue } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import { one, statement } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { isOpen } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import { appendAssignments, assignNext } from '../steps/assign.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import {
  matchesChange,
  selectChanged,
  type TicketChange,
  type TicketChangeOutcome,
} from './ticket-change.ts';

/** Values of custom fields to set, by their ids. Null removes a value. */
export type ChangeFields = TicketChange & { fields: Readonly<Record<string, FieldValue>> };

const toParams = ({ fields, ...rest }: ChangeFields) => ({ ...rest, fields, fieldKeys: fieldKeys(fields) });

type Params = ReturnType<typeof toParams>;

const isPlaced = isOpen('tickets');

// An agent cannot change a closed ticket. A closed ticket has no place in a queue.
const change = statement<Params>`
  update tickets set
    fields = json_patch(fields, :fields), field_keys = json_patch(field_keys, :fieldKeys),
    need_set = case when ${isPlaced} then null else need_set end, updated_at = :now, change_id = :changeId
  where ${matchesChange} and (:owner is null or ${isPlaced}) and fields <> json_patch(fields, :fields)`;

/** Sets custom fields of a ticket, and places it in the queue that takes its new values. */
export const changeFields = command({
  params: toParams,
  steps: [
    change,
    placeInQueue,
    appendChange<Params>('ticket.fields_changed', { data: { changes: 'json(:fields)' } }),
    assignNext,
    appendAssignments,
  ],
  answer: { changed: selectChanged('ticket.fields_changed'), ticket: one(selectTicket) },
  outcome: ({ changed, ticket }): TicketChangeOutcome => ({
    outcome: changed ? 'done' : 'unchanged',
    ticket,
  }),
});
