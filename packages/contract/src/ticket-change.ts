import * as v from 'valibot';
import { Identifier } from './identifier.ts';
import { content, priority, reasonEntries } from './ticket.ts';

const note = v.optional(
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(2000),
    v.description('Why, for those who read the history.'),
    v.examples(['asks for a refund over the limit']),
  ),
);

/** Body of PUT /v1/tickets/{ticketID}/status: where an automated step or a backend takes the ticket. */
export const UpdateTicketStatusParam = v.pipe(
  v.variant('status', [
    v.strictObject({
      status: v.picklist([
        'WORKFLOW_PENDING',
        'WORKFLOW_DONE',
        'ESCALATED',
        'ERROR',
        'REFUND_CREATED',
        'CLOSED',
      ]),
      note,
    }),
    v.strictObject({
      status: v.literal('UPDATE_FIELD'),
      fields: v.pipe(
        v.strictObject({
          content: v.optional(content),
          metadata: v.optional(v.strictObject(reasonEntries)),
          priority: v.optional(priority),
        }),
        v.check((fields) => Object.keys(fields).length > 0, 'must name a field to change'),
        v.description('The fields to change; those of `metadata` that are left out stay as they are.'),
      ),
      note,
    }),
  ]),
  v.description(
    'The status to go to. REFUND_CREATED and UPDATE_FIELD are entries of the history and leave the status as it is.',
  ),
  v.examples([{ status: 'WORKFLOW_PENDING' }]),
);
export type UpdateTicketStatusParam = v.InferOutput<typeof UpdateTicketStatusParam>;

/** Body of POST /v1/tickets/{ticketID}/decline, /escalate and /requeue. */
export const NoteParam = v.pipe(v.strictObject({ note }), v.description('A note for the history.'));
export type NoteParam = v.InferOutput<typeof NoteParam>;

/** Body of POST /v1/tickets/{ticketID}/transfer. */
export const TransferTicketParam = v.pipe(
  v.strictObject({
    agentId: v.optional(
      v.pipe(Identifier, v.description('Id or email of the agent to get it.'), v.examples(['ben'])),
    ),
    queueId: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(63),
        v.description('The queue to wait in, in place of an agent.'),
      ),
    ),
    note,
  }),
  v.check(
    ({ agentId, queueId }) => (agentId === undefined) !== (queueId === undefined),
    'must name an agent or a queue, and not both',
  ),
  v.description('Where the ticket goes: to an agent or to a queue.'),
  v.examples([{ agentId: 'ben', note: 'speaks Thai' }]),
);
export type TransferTicketParam = v.InferOutput<typeof TransferTicketParam>;

/** Body of POST /v1/agents/{agentID}/drain. */
export const DrainAgentParam = v.pipe(
  v.strictObject({
    picked: v.pipe(
      v.optional(v.picklist(['keep', 'requeue']), 'keep'),
      v.description('Whether the agent finishes the chats it has picked, or they go back to the queue too.'),
      v.examples(['keep']),
    ),
  }),
  v.description('What becomes of the agent’s chats.'),
);
export type DrainAgentParam = v.InferOutput<typeof DrainAgentParam>;
