import { paceCount, paceMs, type TicketState } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tickets } from '../schema.ts';
import { build, computed, reader } from '../statement.ts';
import { isWaiting } from '../ticket/state-sql.ts';
import { type QueuePlaceRow, standingFields } from './get-queue-place.ts';

type Params = { roomIds: string; now: number };

const isAskedFor = sql`${tickets.roomId} in (select value from json_each(${sql.placeholder('roomIds')}))`;
const queueIds = sql`(select distinct ${tickets.queueId} from ${tickets} where ${isAskedFor})`;

// Those who wait are numbered once, where to count for each those before it takes the square of their number.
const numbered = sql`(
  select ${tickets.id}, row_number() over (partition by ${tickets.queueId} order by ${tickets.rank}, ${tickets.id}) as position
  from ${tickets} where ${tickets.queueId} in ${queueIds} and ${isWaiting(tickets)}) numbered`;

const placeFields = {
  ...standingFields,
  roomId: computed<string>(sql`${tickets.roomId}`),
  queueId: computed<string>(sql`${tickets.queueId}`),
  position: sql<number | null>`numbered.position`,
};
const selectPlaces = reader<Params>()(placeFields, (_, fields) =>
  build
    .select(fields)
    .from(tickets)
    .leftJoin(numbered, sql`numbered.id = ${tickets.id}`)
    .where(isAskedFor),
);

const answered = (since: SQL) => sql<string>`(
  select json_group_array(first_assigned_at) from (
    select ${tickets.firstAssignedAt} from ${tickets}
    where ${tickets.queueId} = queue.queue_id and ${tickets.firstAssignedAt} > ${since}
    order by ${tickets.firstAssignedAt} desc limit ${sql.raw(String(paceCount))}))`;
const selectAnswered = reader<Params & { since: number }>()(
  { queueId: sql<string>`queue.queue_id`, answeredAt: answered(sql`${sql.placeholder('since')}`) },
  (_, fields) => build.select(fields).from(sql`${queueIds} queue`),
);

/** The places of many rooms at once, by room; one that there is not has none. */
export async function getQueuePlaces(
  db: Database,
  { roomIds, now }: { roomIds: readonly string[]; now: number },
): Promise<Map<string, QueuePlaceRow>> {
  const params = { roomIds: JSON.stringify(roomIds), now };
  const [found, paces] = await db.batch(
    [selectPlaces(params), selectAnswered({ ...params, since: now - paceMs })],
    'read',
  );
  const answeredAt = new Map(
    selectAnswered
      .rows(paces!)
      .map((pace) => [pace.queueId, JSON.parse(pace.answeredAt) as number[]] as const),
  );
  return new Map(
    selectPlaces.rows(found!).map(({ roomId, queueId, status, queueIsOpen, ...row }) => [
      roomId,
      {
        ...row,
        status: status as TicketState,
        queueIsOpen: queueIsOpen === 1,
        answeredAt: answeredAt.get(queueId) ?? [],
      },
    ]),
  );
}
