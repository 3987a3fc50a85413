import * as v from 'valibot';
import { visible } from '../scalar/visible-text.ts';
import { identifier } from '../scalar/identifier.ts';
import { jsonSchema } from '../scalar/json-schema.ts';
import { closingEntries } from './closing.ts';
import { content, priority, reasonEntries } from './ticket.ts';
import type * as types from './ticket-change.types.ts';

const note = v.optional(
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(2000),
    visible,
    v.description('Why, for the ticket’s history. Customers never see it.'),
    v.examples(['asks for a refund over the limit']),
  ),
);

/** Schema of the body of PUT /v1/tickets/{ticketID}/status. */
export const UpdateTicketStatusParam = v.pipe(
  v.variant('status', [
    v.strictObject({
      status: v.pipe(
        v.picklist(['WORKFLOW_PENDING', 'WORKFLOW_DONE', 'ESCALATED', 'ERROR', 'REFUND_CREATED']),
        v.description('The new status. REFUND_CREATED only adds an entry to the history.'),
      ),
      note,
    }),
    v.strictObject({
      status: v.pipe(v.literal('CLOSED'), v.description('Closes the ticket and its room.')),
      ...closingEntries,
      note,
    }),
    v.strictObject({
      status: v.pipe(
        v.literal('UPDATE_FIELD'),
        v.description('Changes fields and adds an entry to the history. The status stays the same.'),
      ),
      fields: v.pipe(
        v.strictObject({
          content: v.optional(content),
          metadata: v.optional(
            v.pipe(
              v.strictObject(reasonEntries),
              v.description('The metadata to change. A field that is left out keeps its value.'),
            ),
          ),
          priority: v.optional(priority),
        }),
        v.check((fields) => Object.keys(fields).length > 0, 'must contain at least one field'),
        jsonSchema({ minProperties: 1 }),
        v.description('The fields to change. At least one is required.'),
      ),
      note,
    }),
  ]),
  v.description('A ticket’s new status, or the fields to change.'),
  v.examples([{ status: 'WORKFLOW_PENDING' }]),
);
/** The body of PUT /v1/tickets/{ticketID}/status: a ticket’s new status, or the fields to change. */
export type UpdateTicketStatusParam = types.UpdateTicketStatusParam;

/** Schema of the body of POST /v1/tickets/{ticketID}/decline, /escalate and /requeue. */
export const NoteParam = v.pipe(v.strictObject({ note }), v.description('A note for the ticket’s history.'));
/** The body of POST /v1/tickets/{ticketID}/decline, /escalate and /requeue. */
export type NoteParam = types.NoteParam;

/** Schema of the body of POST /v1/tickets/{ticketID}/transfer. */
export const TransferTicketParam = v.pipe(
  v.strictObject({
    agentId: v.optional(identifier('The id or email of the agent to transfer the ticket to.', 'ben')),
    queueId: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(63),
        v.description('The id of the queue to transfer the ticket to, instead of an agent.'),
        v.examples(['default']),
      ),
    ),
    note,
  }),
  v.check(
    ({ agentId, queueId }) => (agentId === undefined) !== (queueId === undefined),
    'must contain either `agentId` or `queueId`',
  ),
  jsonSchema({ oneOf: [{ required: ['agentId'] }, { required: ['queueId'] }] }),
  v.description('Where to transfer the ticket: either to an agent or to a queue.'),
  v.examples([{ agentId: 'ben', note: 'speaks Thai' }]),
);
/** The body of POST /v1/tickets/{ticketID}/transfer. Either `agentId` or `queueId` is required. */
export type TransferTicketParam = types.TransferTicketParam;
