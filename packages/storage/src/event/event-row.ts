import { asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { events, tickets } from '../schema.ts';
import { build, computed, reader } from '../statement.ts';

/** A row of the log. */
export type EventRow = {
  seq: number;
  type: string;
  /** Milliseconds since 1970. */
  at: number;
  ticketId: string | null;
  agentId: string | null;
  actorRole: string;
  actorId: string;
  /** JSON object: what the event’s command wrote into it. */
  data: string;
};

export const eventFields = {
  seq: events.seq,
  type: events.type,
  at: events.at,
  ticketId: events.ticketId,
  agentId: events.agentId,
  actorRole: events.actorRole,
  actorId: events.actorId,
  data: events.data,
};

/** A row as its write hands it over: with what whoever follows one room alone needs to see a gap. */
export type PublishedEvent = EventRow & {
  /** The room of its ticket. */
  roomId: string | null;
  /** The number of its ticket’s event before it. */
  previousSeq: number | null;
};

const earlier = alias(events, 'earlier');
const publishedFields = {
  ...eventFields,
  roomId: computed<string | null>(sql`${events.data} ->> 'roomId'`),
  previousSeq: computed<number | null>(
    sql`(select max(${earlier.seq}) from events earlier where ${earlier.ticketId} = ${events.ticketId} and ${earlier.seq} < ${events.seq})`,
  ),
};

/** What a change has written into the log: last in its batch, it saves the trip that would ask for it. */
export const selectEventsOf = reader<{ changeId: string }>()(publishedFields, (p, fields) =>
  build.select(fields).from(events).where(eq(events.changeId, p.changeId)).orderBy(asc(events.seq)),
);

export const selectEventsAfter = reader<{ after: number; limit: number }>()(eventFields, (p, fields) =>
  build
    .select(fields)
    .from(events)
    .where(gt(events.seq, p.after))
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit')),
);

/** The same of one room. */
export const selectRoomEventsAfter = reader<{ after: number; limit: number; roomId: string }>()(
  eventFields,
  (p, fields) =>
    build
      .select(fields)
      .from(events)
      .where(
        sql`${events.ticketId} = (select ${tickets.id} from ${tickets} where ${tickets.roomId} = ${p.roomId}) and ${events.seq} > ${p.after}`,
      )
      .orderBy(asc(events.seq))
      .limit(sql.placeholder('limit')),
);
