import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { hoursLeftMs } from '../settings/settings-rows.ts';
import { allAreMoved, allArePlaced, isIndexing } from '../sql/unfinished.ts';
import { nextTicketId } from '../steps/assign.ts';

type Params = { now: number };

/** The earliest deadline of each kind, in ms since 1970. Null: no deadline. */
type DueRow = {
  pickBy: number | null;
  widenAt: number | null;
  retryAt: number | null;
  wrapUpUntil: number | null;
  autoCloseWarningAt: number | null;
  autoCloseAt: number | null;
  leaseUntil: number | null;
  releaseAt: number | null;
  opensAt: number | null;
  hoursUntil: number | null;
  pruneAt: number | null;
  isMoving: 0 | 1;
  isPlacementDue: 0 | 1;
  isIndexing: 0 | 1;
  /** The id of a waiting ticket that can be assigned now. */
  nextTicketId: string | null;
};

const selectDue = select<Params, DueRow>`
  select
    (select min(pick_by) from tickets where pick_by is not null) as "pickBy",
    (select min(widen_at) from tickets where widen_at is not null) as "widenAt",
    (select min(retry_at) from tickets where retry_at is not null) as "retryAt",
    (select min(wrap_up_until) from tickets where wrap_up_until is not null) as "wrapUpUntil",
    (select min(auto_close_warning_at) from tickets
     where auto_close_warning_at is not null and is_auto_close_warned = 0) as "autoCloseWarningAt",
    (select min(auto_close_at) from tickets
     where auto_close_at is not null and is_auto_close_warned = 1) as "autoCloseAt",
    (select min(lease_until) from agents where is_connected = 1) as "leaseUntil",
    (select min(release_at) from agents where release_at is not null) as "releaseAt",
    (select min(opens_at) from queue_hours where opens_at > :now) as "opensAt",
    (select hours_until - ${hoursLeftMs} from settings) as "hoursUntil",
    (select prune_at from settings) as "pruneAt",
    not ${allAreMoved} as "isMoving",
    not ${allArePlaced} as "isPlacementDue",
    ${isIndexing} as "isIndexing",
    ${nextTicketId} as "nextTicketId"`;

/**
 * What is due at `now`, and the next deadline. `isDue`: a batch has something to do. `hoursAreDue`: the stored opening
 * hours must be extended. `isMoving`: the deadlines
 * of some tickets were not moved by the last gap. `placementIsDue`: the settings have not placed all open tickets. `indexIsDue`: messages wait to be indexed. `pruneIsDue`: it is time to look
 * for old events.
 */
export const getDue = query({
  answer: { due: only(selectDue) },
  outcome: (
    {
      due: {
        nextTicketId: ticketId,
        hoursUntil,
        pruneAt,
        isMoving,
        isPlacementDue,
        isIndexing: indexIsDue,
        ...due
      },
    },
    { now }: Params,
  ) => {
    const deadlines = Object.values(due).filter((at) => at !== null);
    const nextDueAt = deadlines.length === 0 ? null : Math.min(...deadlines);
    return {
      nextDueAt,
      isDue:
        isMoving === 1 ||
        isPlacementDue === 1 ||
        ticketId !== null ||
        (nextDueAt !== null && nextDueAt <= now),
      hoursAreDue: hoursUntil !== null && hoursUntil <= now,
      isMoving: isMoving === 1,
      placementIsDue: isPlacementDue === 1,
      indexIsDue: indexIsDue === 1,
      pruneIsDue: pruneAt !== null && pruneAt <= now,
    };
  },
});
