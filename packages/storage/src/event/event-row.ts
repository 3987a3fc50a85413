import { asc, eq, gt, sql } from 'drizzle-orm';
import { events } from '../schema.ts';
import { build, reader } from '../statement.ts';

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

/** What a change has written into the log: last in its batch, it saves the trip that would ask for it. */
export const selectEventsOf = reader<{ changeId: string }>()(eventFields, (p, fields) =>
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
