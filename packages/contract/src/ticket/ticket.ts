import * as v from 'valibot';
import { fieldValues } from '../field/field.ts';
import { identifier } from '../scalar/identifier.ts';
import { toLanguage } from '../scalar/language.ts';
import { ordinal, wholeNumber } from '../scalar/number.ts';
import { shortText, text } from '../scalar/text.ts';
import { visible } from '../scalar/visible-text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import type * as types from './ticket.types.ts';

/** Schema of a ticket’s status. The upstream API calls it TicketStatus. */
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
  v.description(
    'The status of a ticket. UPDATE_FIELD and REFUND_CREATED occur only in a history: they change no status.',
  ),
  v.examples(['ASSIGNED']),
);
/** The status of a ticket, or of an entry of its history. */
export type TicketStatus = types.TicketStatus;

/** Schema of the customer of a ticket. The upstream API calls it Customer. */
export const Customer = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(256),
      visible,
      v.description('The customer’s id in the integrating system.'),
      v.examples(['989899854090030232934sdfdsdf32dd4sdfdsddffdummycustomerid2']),
    ),
    firstName: v.optional(v.pipe(shortText, v.description('The first name.'), v.examples(['hugo']))),
    lastName: v.optional(v.pipe(shortText, v.description('The last name.'), v.examples(['dan']))),
    name: v.optional(v.pipe(shortText, v.description('The full name.'), v.examples(['hugo dan']))),
  }),
  v.description('The customer of a ticket.'),
);
/** The customer of a ticket. */
export type Customer = types.Customer;

/** The fields of a ticket’s metadata that the integrating system sets. */
export const reasonEntries = {
  ccr: v.optional(
    v.pipe(
      shortText,
      v.description(
        'The customer contact reason. Queues and skills match it without regard to case, spaces and dashes.',
      ),
      v.examples(['delivery - wrong address']),
    ),
  ),
  orderId: v.optional(
    v.pipe(shortText, v.description('The id of the order that the chat is about.'), v.examples(['sdw-srr'])),
  ),
  entityId: v.optional(v.pipe(shortText, v.description('The global entity id.'), v.examples(['FP_SG']))),
  language: v.optional(
    v.pipe(
      shortText,
      v.description(
        'The ticket’s language: a BCP 47 tag or a code of ISO 639, such as `th-TH` or `tha`. The desk returns it as an ISO 639-3 code. A text that names no language is kept in lower case.',
      ),
      v.examples(['eng']),
      v.transform(toLanguage),
    ),
  ),
};

/** Schema of the metadata of a ticket. The upstream API calls it Metadata. */
export const Metadata = v.pipe(
  v.strictObject({
    ...reasonEntries,
    roomId: identifier('The id of the ticket’s chat room.', 'token'),
    pickedTimestamp: v.optional(timestamp('When the agent picked the ticket')),
    assignedTimestamp: v.optional(timestamp('When the ticket was assigned to its agent')),
    autoCloseWarningTimestamp: v.optional(timestamp('When the customer will be warned that the chat closes')),
    autoCloseTimestamp: v.optional(timestamp('When the chat will be closed')),
    currentTimestamp: timestamp('The server’s time of this response'),
    isChatRoomClosed: v.pipe(
      v.boolean(),
      v.description('Whether the chat room is closed.'),
      v.examples([true]),
    ),
  }),
  v.description(
    'The metadata of a ticket. Times are in seconds since 1970; a time that has not been reached or set is left out.',
  ),
);
/** The metadata of a ticket. A time that has not been reached or set is left out. */
export type Metadata = types.Metadata;

/** What the integrating system stores in a ticket. */
export const content = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description('Whatever the integrating system stores in the ticket. The desk does not read it.'),
  v.examples([{ subject: 'the rider went to the wrong address' }]),
);
const ticketEntries = {
  id: identifier('The ticket’s id.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
  content,
  metadata: Metadata,
  customer: Customer,
  fields: v.optional(fieldValues),
  tags: v.optional(
    v.pipe(
      v.array(text('A tag, in lower case.', 'map pin')),
      v.description('The ticket’s tags, in alphabetical order. Left out if it has none.'),
    ),
  ),
  closingCode: v.optional(text('The id of the ticket’s closing code, if it has one.', 'refunded')),
  closingNote: v.optional(
    text('How the ticket ended, in words. Left out if nobody has written it.', 'One item was missing.'),
  ),
};

/** Schema of a ticket as its agent sees it. The upstream API calls it Ticket. */
export const Ticket = v.pipe(v.strictObject(ticketEntries), v.description('A ticket, as its agent sees it.'));
/** A ticket, as its agent sees it. */
export type Ticket = types.Ticket;

/** Schema of the response of GET /v1/tickets. */
export const TicketList = v.pipe(
  v.array(Ticket),
  v.description('The agent’s open tickets, oldest assignment first.'),
);
/** The agent’s open tickets, oldest assignment first. */
export type TicketList = types.TicketList;

/** The priority of a ticket. */
export const priority = v.pipe(
  wholeNumber(0, 100),
  v.description(
    'A ticket with a higher priority goes first. One point counts as much as 60 seconds of waiting, or as the `priorityPointSeconds` of the settings.',
  ),
  v.examples([0]),
);

/** Schema of a ticket with its state at the desk. */
export const TicketRecord = v.pipe(
  v.strictObject({
    ...ticketEntries,
    status: TicketStatus,
    priority,
    queueId: text('The id of the ticket’s queue.', 'default'),
    tier: ordinal('The tier of agents that the ticket waits for: 1, and one more for each escalation.', 1),
    agentId: v.optional(
      identifier('The id of the agent who has the ticket, if any.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
    ),
    pickByTimestamp: v.optional(timestamp('When the ticket goes to the next agent unless it is picked')),
    wrapUpTimestamp: v.optional(timestamp('When wrap-up ends and the ticket closes automatically')),
    createdTimestamp: timestamp('When the ticket was created'),
    closedTimestamp: v.optional(timestamp('When the ticket was closed')),
  }),
  v.description('A ticket with its state at the desk: status, priority, queue, tier and agent.'),
);
/** A ticket with its state at the desk: status, priority, queue, tier and agent. */
export type TicketRecord = types.TicketRecord;

/** Schema of the body of POST /v1/tickets. */
export const CreateTicketParam = v.pipe(
  v.strictObject({
    content: v.optional(content, {}),
    customer: Customer,
    metadata: v.pipe(
      v.optional(v.strictObject(reasonEntries), {}),
      v.description('What the chat is about. It decides the queue and the skills that an agent needs.'),
    ),
    fields: v.optional(fieldValues),
    priority: v.optional(priority, 0),
    status: v.pipe(
      v.optional(v.picklist(['CREATED', 'WORKFLOW_PENDING']), 'CREATED'),
      v.description(
        'WORKFLOW_PENDING holds the ticket back for an automated workflow: no agent gets it until PUT /v1/tickets/{ticketID}/status sets WORKFLOW_DONE.',
      ),
      v.examples(['CREATED']),
    ),
  }),
  v.description('A chat to create a ticket for.'),
);
/** The body of POST /v1/tickets: a chat to create a ticket for. */
export type CreateTicketParam = types.CreateTicketParam;
