import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import { count } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import type * as types from './event.types.ts';

/** Schema of an event of the event log. */
export const DeskEvent = v.pipe(
  v.strictObject({
    seq: count('The number of the event in the event log. It grows; numbers can be missing.', 18),
    type: text('What happened, as noun and verb. Ignore types that you do not know.', 'message.posted'),
    timestamp: timestamp('When it happened'),
    ticketId: v.optional(
      identifier('The id of the ticket that the event is about.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
    ),
    agentId: v.optional(
      identifier('The id of the agent that the event is about, or of the agent who had the ticket.', 'ann'),
    ),
    actor: v.pipe(
      v.strictObject({
        role: text('The role of the actor, or `system` for a rule of the desk.', 'customer'),
        id: text('The id of the actor, or the name of the rule.', 'c-4711'),
      }),
      v.description('Who or what caused the event.'),
    ),
    data: v.pipe(
      v.record(v.string(), v.unknown()),
      v.description('More fields, by the type of the event.'),
      v.examples([
        { roomId: '888bd869-9398-40de-9c61-3238d6208cf5', seq: 3, kind: 'message', text: 'Hello' },
      ]),
    ),
  }),
  v.description('An event of the event log: one thing that happened at the desk.'),
);
/** An event of the event log: one thing that happened at the desk. */
export type DeskEvent = types.DeskEvent;

/** Schema of the response of GET /v1/events. */
export const EventPage = v.pipe(
  v.strictObject({
    events: v.pipe(v.array(DeskEvent), v.description('The events, by ascending `seq`.')),
    lastSeq: count(
      'The `seq` of the newest event in the event log. If the last event of the page has it, the page is the last one.',
      18,
    ),
  }),
  v.description('A page of the event log. It ends after about 1 MiB, however many events `limit` allows.'),
);
/** A page of the event log. */
export type EventPage = types.EventPage;
