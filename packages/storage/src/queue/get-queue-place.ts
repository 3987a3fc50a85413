import { paceCount, paceMs, type TicketState } from '@chat-ticket/domain';
import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tickets } from '../schema.ts';
import { build, computed, reader } from '../statement.ts';
import { nextOpening, queueIsOpen } from './opening-sql.ts';
import { positionInQueue } from './position-sql.ts';

type Params = { roomId: string; now: number };

const now = sql`${sql.placeholder('now')}`;
export const standingFields = {
  status: tickets.status,
  queueIsOpen: computed<number>(queueIsOpen(tickets.queueId, now)),
  opensAt: computed<number | null>(nextOpening(tickets.queueId, now)),
};
const placeFields = { ...standingFields, position: computed<number | null>(positionInQueue) };
const selectPlace = reader<Params>()(placeFields, (p, fields) =>
  build.select(fields).from(tickets).where(eq(tickets.roomId, p.roomId)),
);

const selectAnswered = reader<Params & { since: number }>()(
  { at: sql<number>`${tickets.firstAssignedAt}` },
  (p, fields) =>
    build
      .select(fields)
      .from(tickets)
      .where(
        sql`${tickets.queueId} = (select own.queue_id from tickets own where own.room_id = ${p.roomId}) and ${tickets.firstAssignedAt} > ${p.since}`,
      )
      .orderBy(desc(tickets.firstAssignedAt))
      .limit(paceCount),
);

export type QueuePlaceRow = {
  status: TicketState;
  /** 1 is next; null while the ticket does not wait for routing. */
  position: number | null;
  queueIsOpen: boolean;
  opensAt: number | null;
  /** When the queue’s last tickets got their first agent, newest first. */
  answeredAt: number[];
};

/** Where the room’s ticket stands in its queue, and how fast that moves; null when there is no such room. */
export async function getQueuePlace(db: Database, params: Params): Promise<QueuePlaceRow | null> {
  const [place, answered] = await db.batch(
    [selectPlace(params), selectAnswered({ ...params, since: params.now - paceMs })],
    'read',
  );
  const [row] = selectPlace.rows(place!);
  if (!row) return null;
  return {
    ...row,
    status: row.status as TicketState,
    queueIsOpen: row.queueIsOpen === 1,
    answeredAt: selectAnswered.rows(answered!).map(({ at }) => at),
  };
}
