import { paceCount, paceMs, type TicketState } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { one, select } from '../command/statement.ts';
import { nextOpening, queueIsOpen } from '../sql/opening-hours.ts';
import { queuePosition } from '../sql/queue-position.ts';

type Params = { roomId: string; now: number };

type PlaceRow = { status: TicketState; position: number | null; queueIsOpen: 0 | 1; opensAt: number | null };

const selectPlace = select<Params, PlaceRow>`
  select
    status as "status",
    ${queuePosition} as "position",
    ${queueIsOpen('tickets.queue_id', ':now')} as "queueIsOpen",
    ${nextOpening('tickets.queue_id', ':now')} as "opensAt"
  from tickets where room_id = :roomId`;

const selectAnswered = select<Params, { at: number }>`
  select first_assigned_at as "at" from tickets
  where queue_id = (select own.queue_id from tickets own where own.room_id = :roomId)
    and first_assigned_at > :now - ${paceMs}
  order by first_assigned_at desc
  limit ${paceCount}`;

/** The place of a ticket in its queue, and the pace of the queue. */
export type QueuePlaceRow = {
  status: TicketState;
  /** 1: next. Null: the ticket does not wait for routing. */
  position: number | null;
  queueIsOpen: boolean;
  /** When the queue opens next, in ms since 1970. Null: not within the stored opening hours. */
  opensAt: number | null;
  /**
   * When the last tickets of the queue got their first agent, newest first, in ms since 1970. At most 50 of the last
   * hour.
   */
  answeredAt: number[];
};

/** The queue place of a room’s ticket, or null if the room does not exist. */
export const getQueuePlace = query({
  answer: { place: one(selectPlace), answered: selectAnswered },
  outcome: ({ place, answered }): QueuePlaceRow | null =>
    place && { ...place, queueIsOpen: place.queueIsOpen === 1, answeredAt: answered.map(({ at }) => at) },
});
