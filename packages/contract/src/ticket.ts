import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';

/** What a ticket’s status or history entry can be (seed: TicketStatus). */
export const TicketStatus = v.pipe(
  v.picklist([
    'CREATED',
    'WORKFLOW_PENDING',
    'WORKFLOW_DONE',
    'ASSIGNED',
    'REASSIGNED',
    'ESCALATED',
    'CLOSED',
    'CHAT_CLOSED',
    'UPDATE_FIELD',
    'REFUND_CREATED',
    'ERROR',
  ]),
  v.description('Where the ticket stands; UPDATE_FIELD and REFUND_CREATED are history entries only.'),
  v.examples(['ASSIGNED']),
);
export type TicketStatus = v.InferOutput<typeof TicketStatus>;

export const shortText = v.pipe(v.string(), v.maxLength(256));

/** Who a ticket was created for (seed: Customer). */
export const Customer = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(256),
      v.description('The customer’s id in the integrating system.'),
      v.examples(['989899854090030232934sdfdsdf32dd4sdfdsddffdummycustomerid2']),
    ),
    firstName: v.optional(v.pipe(shortText, v.examples(['hugo']))),
    lastName: v.optional(v.pipe(shortText, v.examples(['dan']))),
    name: v.optional(v.pipe(shortText, v.description('The full name.'), v.examples(['hugo dan']))),
  }),
  v.description('The customer the ticket was created for.'),
);
export type Customer = v.InferOutput<typeof Customer>;

export const reasonEntries = {
  ccr: v.optional(
    v.pipe(shortText, v.description('Customer contact reason.'), v.examples(['delivery - wrong address'])),
  ),
  orderId: v.optional(v.pipe(shortText, v.description('Order id.'), v.examples(['sdw-srr']))),
  entityId: v.optional(v.pipe(shortText, v.description('Global entity id.'), v.examples(['FP_SG']))),
  language: v.optional(
    v.pipe(shortText, v.description('The ticket’s language, ISO 639-3.'), v.examples(['eng'])),
  ),
};

export const seconds = (description: string) =>
  v.pipe(Timestamp, v.description(description), v.examples([1572499999]));

/** What an agent sees of a ticket’s state (seed: Metadata). A time that has not come yet is left out. */
export const Metadata = v.pipe(
  v.strictObject({
    ...reasonEntries,
    roomId: v.pipe(Identifier, v.description('Chat room id.'), v.examples(['token'])),
    pickedTimestamp: v.optional(seconds('When the agent picked the ticket.')),
    assignedTimestamp: v.optional(seconds('When the ticket was assigned to its agent.')),
    autoCloseWarningTimestamp: v.optional(seconds('When the customer is to be warned of the close.')),
    autoCloseTimestamp: v.optional(seconds('When the ticket is going to be closed.')),
    currentTimestamp: seconds('The server’s clock, for reference.'),
    isChatRoomClosed: v.pipe(
      v.boolean(),
      v.description('Whether the chat room is closed.'),
      v.examples([true]),
    ),
  }),
  v.description(
    'Ticket metadata. Times are whole seconds since 1970; one that has not come yet is left out.',
  ),
);
export type Metadata = v.InferOutput<typeof Metadata>;

const ticketId = v.pipe(
  Identifier,
  v.description('Ticket id.'),
  v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
);
export const content = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description('What the integrating system put into the ticket.'),
  v.examples([{ subject: 'the rider went to the wrong address' }]),
);
const ticketEntries = { id: ticketId, content, metadata: Metadata, customer: Customer };

/** A ticket as its agent sees it (seed: Ticket). */
export const Ticket = v.pipe(v.strictObject(ticketEntries), v.description('A ticket as its agent sees it.'));
export type Ticket = v.InferOutput<typeof Ticket>;

/** The agent’s open tickets, oldest assignment first. */
export const TicketList = v.pipe(v.array(Ticket), v.description('Tickets, oldest assignment first.'));
export type TicketList = v.InferOutput<typeof TicketList>;

export const priority = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(100),
  v.description('Higher goes first; each point counts as much as one minute of waiting.'),
  v.examples([0]),
);

/** A ticket with its place in the desk, for those who follow it rather than answer it. */
export const TicketRecord = v.pipe(
  v.strictObject({
    ...ticketEntries,
    status: TicketStatus,
    priority,
    queueId: v.pipe(v.string(), v.description('The queue that it came in through.'), v.examples(['default'])),
    tier: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description('1, and one more for each escalation.'),
      v.examples([1]),
    ),
    agentId: v.optional(
      v.pipe(
        Identifier,
        v.description('The agent that has the ticket, if any.'),
        v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
      ),
    ),
    pickByTimestamp: v.optional(seconds('When an offer that is not picked goes to the next agent.')),
    wrapUpTimestamp: v.optional(seconds('When wrap-up ends by itself.')),
    createdTimestamp: seconds('When the ticket was taken in.'),
    closedTimestamp: v.optional(seconds('When the ticket was closed.')),
  }),
  v.description('A ticket with its status, priority and agent.'),
);
export type TicketRecord = v.InferOutput<typeof TicketRecord>;

/** Body of POST /v1/tickets. */
export const CreateTicketParam = v.pipe(
  v.strictObject({
    content: v.optional(content, {}),
    customer: Customer,
    metadata: v.optional(v.strictObject(reasonEntries), {}),
    priority: v.optional(priority, 0),
    status: v.optional(
      v.pipe(
        v.picklist(['CREATED', 'WORKFLOW_PENDING']),
        v.description(
          'WORKFLOW_PENDING: an automated workflow has it first, and no agent gets it before PUT …/status says WORKFLOW_DONE.',
        ),
      ),
      'CREATED',
    ),
  }),
  v.description('A chat to be taken in as a ticket.'),
);
export type CreateTicketParam = v.InferInput<typeof CreateTicketParam>;
