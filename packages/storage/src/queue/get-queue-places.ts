import { paceCount, paceMs, type TicketState } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import { nextOpening, queueIsOpen } from '../sql/opening-hours.ts';
import { isWaiting } from '../sql/ticket-status.ts';
import type { QueuePlaceRow } from './get-queue-place.ts';

type Params = { roomIds: readonly string[]; now: number };

type PlaceRow = {
  roomId: string;
  queueId: string;
  status: TicketState;
  position: number | null;
  queueIsOpen: 0 | 1;
  opensAt: number | null;
};

const isRequested = 'tickets.room_id in (select value from json_each(:roomIds))';

// Numbers all waiting tickets of a queue in one pass. Counting those before each ticket would be quadratic.
const selectPlaces = select<Params, PlaceRow>`
  select
    tickets.room_id as "roomId",
    tickets.queue_id as "queueId",
    tickets.status as "status",
    numbered.position as "position",
    ${queueIsOpen('tickets.queue_id', ':now')} as "queueIsOpen",
    ${nextOpening('tickets.queue_id', ':now')} as "opensAt"
  from tickets left join (
    select t.id, row_number() over (partition by t.queue_id order by t.rank, t.id) as position
    from tickets t
    where t.queue_id in (select distinct tickets.queue_id from tickets where ${isRequested}) and ${isWaiting('t')}
  ) numbered on numbered.id = tickets.id
  where ${isRequested}`;

const selectAnswered = select<Params, { queueId: string; answeredAt: string }>`
  select
    queue.queue_id as "queueId",
    (select json_group_array(first_assigned_at) from (
      select first_assigned_at from tickets
      where queue_id = queue.queue_id and first_assigned_at > :now - ${paceMs}
      order by first_assigned_at desc limit ${paceCount})) as "answeredAt"
  from (select distinct queue_id from tickets where ${isRequested}) queue`;

/** The queue places of many rooms, by room id, without the rooms that do not exist. */
export const getQueuePlaces = query({
  answer: { places: selectPlaces, answered: selectAnswered },
  outcome: ({ places, answered }) => {
    const answeredAt = new Map(
      answered.map((queue) => [queue.queueId, JSON.parse(queue.answeredAt) as number[]] as const),
    );
    return new Map<string, QueuePlaceRow>(
      places.map(({ roomId, queueId, ...place }) => [
        roomId,
        { ...place, queueIsOpen: place.queueIsOpen === 1, answeredAt: answeredAt.get(queueId) ?? [] },
      ]),
    );
  },
});
