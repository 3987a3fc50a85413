/**
 * What a customer gets of a value:
 * - `all`: the value;
 * - `ofCustomer`: the value, if the `role` beside it is `customer`;
 * - an object: the fields that it names, each by its own entry. In an array it holds for each item.
 *
 * A field without an entry is hidden, so a new field stays hidden until somebody adds it.
 */
export type Visibility = 'all' | 'ofCustomer' | { readonly [field: string]: Visibility };

/** A person: the role and the display name, and the id only of the customer itself. */
const person = { role: 'all', name: 'all', id: 'ofCustomer' } as const;

const attachments = { url: 'all', type: 'all', name: 'all', size: 'all' } as const;

const message = {
  seq: 'all',
  clientMessageId: 'all',
  kind: 'all',
  from: person,
  text: 'all',
  attachments,
  timestamp: 'all',
  timestampMs: 'all',
} as const;

const room = {
  roomId: 'all',
  ticketId: 'all',
  isClosed: 'all',
  lastSeq: 'all',
  reads: { role: 'all', id: 'ofCustomer', seq: 'all' },
  agent: { name: 'all' },
} as const;

const queuePlace = {
  state: 'all',
  position: 'all',
  estimatedWaitSeconds: 'all',
  estimate: 'all',
  opensTimestamp: 'all',
} as const;

const ticketEvent = { timestamp: 'all', ticketId: 'all', roomId: 'all', status: 'all' } as const;

/** The fields that a customer gets of the response of each route that it may call. */
export const customerResponses = {
  getRoom: room,
  setReadPosition: room,
  sendMessage: message,
  listMessages: { messages: message, hasMore: 'all' },
  getQueuePlace: queuePlace,
} as const satisfies Readonly<Record<string, Visibility>>;

/** The fields that a customer gets of the data of each event. A customer does not get other events. */
export const customerEvents = {
  'message.posted': {
    timestamp: 'all',
    ticketId: 'all',
    roomId: 'all',
    seq: 'all',
    kind: 'all',
    from: person,
    text: 'all',
    attachments,
    timestampMs: 'all',
  },
  'ticket.assigned': ticketEvent,
  'room.closed': ticketEvent,
  'ticket.closed': ticketEvent,
} as const satisfies Readonly<Record<string, Visibility>>;

/** The kinds of messages that a customer gets. */
export const customerMessageKinds = ['message', 'system'] as const;

/** The fields that a customer gets of the data of each control frame. */
export const customerFrames = {
  ready: { seq: 'all', connectionId: 'all' },
  reset: { seq: 'all' },
  typing: { roomId: 'all', from: person },
  queue: queuePlace,
  pong: { seq: 'all' },
  ping: {},
} as const satisfies Readonly<Record<string, Visibility>>;
