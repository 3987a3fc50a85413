import { reasonKeys } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import { one, only, select, statement } from '../command/statement.ts';
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

/** The fields to change. An undefined field keeps its value. */
export type TicketFields = {
  content?: Readonly<Record<string, unknown>> | undefined;
  priority?: number | undefined;
  ccr?: string | undefined;
  orderId?: string | undefined;
  entityId?: string | undefined;
  language?: string | undefined;
};

/** A change of a ticket’s fields. */
export type UpdateTicket = TicketChange & {
  fields: TicketFields;
  /** The changed fields, as the event shows them. */
  changes: Readonly<Record<string, unknown>>;
  note: string | null;
};

type Params = TicketChange & {
  [Name in keyof TicketFields]-?: Exclude<TicketFields[Name], undefined> | null;
} & Pick<UpdateTicket, 'changes' | 'note'> &
  ReturnType<typeof reasonKeys>;

/** Whether the customer has another open ticket for the entity and order that this one would get. */
const wouldBeSecondOpen = `exists (
      select 1 from tickets own join tickets other on other.customer_id = own.customer_id and other.id <> own.id
        and other.entity_id = coalesce(:entityId, own.entity_id)
        and other.order_id = coalesce(:orderId, own.order_id)
        and other.status <> 'CLOSED'
      where own.id = :ticketId and own.status <> 'CLOSED')`;

const update = statement<Params>`
  update tickets set
    content = coalesce(:content, content),
    priority = coalesce(:priority, priority),
    ccr = coalesce(:ccr, ccr),
    ccr_key = coalesce(:ccrKey, ccr_key),
    topic_key = coalesce(:topicKey, topic_key),
    order_id = coalesce(:orderId, order_id),
    entity_id = coalesce(:entityId, entity_id),
    language = coalesce(:language, language),
    need_set = null, updated_at = :now, change_id = :changeId
  where ${matchesChange} and ${isOpen('tickets')} and not ${wouldBeSecondOpen}`;

const appendUpdated = appendChange<Params>('ticket.updated', {
  where: isOpen('tickets'),
  data: { note: ':note', changes: 'json(:changes)' },
});

const selectConflict = select<Params, { isTaken: 0 | 1 }>`select ${wouldBeSecondOpen} as "isTaken"`;

/** Changes fields of an open ticket, and places it in the queue that takes its new fields. */
export const updateTicket = command({
  params: ({ fields, ...rest }: UpdateTicket): Params => ({
    ...rest,
    content: fields.content ?? null,
    priority: fields.priority ?? null,
    ccr: fields.ccr ?? null,
    ...reasonKeys(fields.ccr ?? null),
    orderId: fields.orderId ?? null,
    entityId: fields.entityId ?? null,
    language: fields.language ?? null,
  }),
  steps: [update, placeInQueue, appendUpdated, assignNext, appendAssignments],
  answer: {
    changed: selectChanged('ticket.updated'),
    ticket: one(selectTicket),
    conflict: only(selectConflict),
  },
  outcome: ({ changed, ticket, conflict }): TicketChangeOutcome<'ticket_exists'> => {
    if (changed) return { outcome: 'done', ticket };
    return { outcome: conflict.isTaken ? 'ticket_exists' : 'unchanged', ticket };
  },
});
