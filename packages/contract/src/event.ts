import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';

const seq = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One thing that happened at the desk. */
export const DeskEvent = v.pipe(
  v.strictObject({
    seq: v.pipe(
      seq,
      v.description('Its number in the log. Only grows, but numbers can be left out.'),
      v.examples([18]),
    ),
    type: v.pipe(
      v.string(),
      v.description('What happened: noun and verb. Skip over those that you do not know.'),
      v.examples(['message.posted']),
    ),
    timestamp: v.pipe(Timestamp, v.description('When.'), v.examples([1572499999])),
    ticketId: v.optional(
      v.pipe(
        Identifier,
        v.description('The ticket concerned.'),
        v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44']),
      ),
    ),
    agentId: v.optional(
      v.pipe(Identifier, v.description('The agent concerned, or who had the ticket.'), v.examples(['ann'])),
    ),
    actor: v.pipe(
      v.strictObject({
        role: v.pipe(v.string(), v.examples(['customer'])),
        id: v.pipe(v.string(), v.examples(['c-4711'])),
      }),
      v.description('Who did it; `system` for a rule.'),
    ),
    data: v.pipe(
      v.record(v.string(), v.unknown()),
      v.description('What its type tells besides.'),
      v.examples([
        { roomId: '888bd869-9398-40de-9c61-3238d6208cf5', seq: 3, kind: 'message', text: 'Hello' },
      ]),
    ),
  }),
  v.description('One thing that happened at the desk.'),
);
export type DeskEvent = v.InferOutput<typeof DeskEvent>;

/** A part of the log. */
export const EventPage = v.pipe(
  v.strictObject({
    events: v.pipe(v.array(DeskEvent), v.description('By rising `seq`.')),
    lastSeq: v.pipe(
      seq,
      v.description('The `seq` of the newest event that there is; that of the last one here: you have all.'),
      v.examples([18]),
    ),
  }),
  v.description('A part of the log.'),
);
export type EventPage = v.InferOutput<typeof EventPage>;
