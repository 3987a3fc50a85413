import { leaseMs, reconnectGraceMs, releaseAfterMs } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, select, type Statement, statement } from '../command/statement.ts';
import { beforeFirstTicket, cursorAfter, openTicketsAfter } from '../sql/open-tickets-after.ts';
import { allAreMoved } from '../sql/unfinished.ts';
import { isHeld, isWaiting } from '../sql/ticket-status.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import { maxAheadSeconds } from '../steps/save-revocation.ts';
import { pruneDelayMs } from '../sql/prune-delay.ts';

/** The gap that ends now. `recordedUntil` is the record that the caller has read. Times are in ms since 1970. */
export type MoveDeadlines = CommandContext & { servedUntil: number; recordedUntil: number | null };

/** How many open tickets one batch moves. The embedded database serves nothing else meanwhile. */
const batchSize = 200;

/** Another process may have begun to move the deadlines since the caller read the record. */
const isUnmoved = `(select max(served_until) from service) is :recordedUntil and ${allAreMoved}`;

/** The times of a gap, as SQL. */
type GapTimes = { from: string; until: string };

const ofInput: GapTimes = { from: ':servedUntil', until: ':now' };
const recorded: GapTimes = {
  from: '(select gap_from from service)',
  until: '(select gap_until from service)',
};

/**
 * A deadline after the gap. Its length is null if the settings no longer have one.
 *
 * @see packages/domain/src/deadline/gap.ts `deadlineAfterGap`, the same rule in TypeScript
 */
const afterGap = ({ from, until }: GapTimes, deadline: string, ownLengthMs: string) => {
  const lengthMs = `coalesce(${ownLengthMs}, 9e15)`;
  return `cast(${until} + min(
        max(${deadline} - case when ${until} < ${from} and ${deadline} - ${lengthMs} <= ${until} then ${until} else ${from} end, ${reconnectGraceMs}),
        ${lengthMs}) as integer)`;
};

/**
 * A past time after the gap.
 *
 * @see packages/domain/src/deadline/gap.ts `pastTimeAfterGap`, the same rule in TypeScript
 */
const pastTime = ({ from, until }: GapTimes, time: string) =>
  `cast(case when ${time} <= ${until} then ${time} else min(${until}, ${time} - (${from} - ${until})) end as integer)`;

const latestRevocation = `cast(:now / 1000 + ${maxAheadSeconds} as integer)`;

// --- Agents. Nothing may be farther in the future than its length, and if the clock was set back, no past time is in the future.

const agentSteps: Statement<MoveDeadlines>[] = [
  // A lease starts again: an agent whose page could not reach the desk needs time to connect.
  statement`update agents set lease_until = :now + ${leaseMs} where is_connected = 1 and ${isUnmoved}`,
  statement`
  update agents set release_at = ${afterGap(ofInput, 'release_at', `${releaseAfterMs}`)}
  where release_at is not null and ${isUnmoved}`,
  statement`
  update agents set
    lease_until = case is_connected when 1 then lease_until else min(lease_until, :now) end,
    status_since = ${pastTime(ofInput, 'status_since')}, idle_since = ${pastTime(ofInput, 'idle_since')},
    assigned_at = ${pastTime(ofInput, 'assigned_at')}
  where (status_since > :now or idle_since > :now or assigned_at > :now or lease_until > :now)
    and :now < :servedUntil and ${isUnmoved}`,
  // A revocation from a clock that was ahead must not refuse a person until the clock gets there.
  ...[
    ['token_revocations', 'issued_until'],
    ['removed_agents', 'revoked_until_before'],
    ['agents', 'revoked_until_before'],
  ].map(
    ([table, column]) => statement<MoveDeadlines>`
  update ${table!} set ${column!} = ${latestRevocation}
  where ${column!} > ${latestRevocation} and :now < :servedUntil and ${isUnmoved}`,
  ),
];

// A clock that is ahead for a moment must not delete the event log.
const delayPrune = statement<MoveDeadlines>`
  update settings set prune_at = :now + ${pruneDelayMs}
  where ${isUnmoved}`;

const record = statement<MoveDeadlines>`
  insert into service (id, served_until, gap_from, gap_until, moving_after)
  select 1, :now, :servedUntil, :now, ${beforeFirstTicket} where ${isUnmoved}
  on conflict (id) do update set
    served_until = excluded.served_until, gap_from = excluded.gap_from, gap_until = excluded.gap_until,
    moving_after = excluded.moving_after`;

// --- The next tickets after `moving_after`, by the gap that is recorded.

const isNext = `tickets.id in (select id ${openTicketsAfter('service', 'moving_after')} limit ${batchSize})`;
const nextCursor = cursorAfter('service', 'moving_after', batchSize);
const isBack = `${isNext} and ${recorded.until} < ${recorded.from}`;
const ofQueue = (column: string) => `(select ${column} from queues where id = tickets.queue_id)`;
const afterRecorded = (deadline: string, lengthColumn: string) =>
  afterGap(recorded, deadline, ofQueue(lengthColumn));

const ticketSteps: readonly Statement<CommandContext>[] = [
  statement`
  update tickets set pick_by = ${afterRecorded('pick_by', 'pick_timeout_ms')}
  where pick_by is not null and ${isNext}`,
  statement`
  update tickets set wrap_up_until = ${afterRecorded('wrap_up_until', 'wrap_up_ms')}
  where wrap_up_until is not null and ${isNext}`,
  // The close keeps its distance from the warning.
  statement`
  update tickets set
    auto_close_warning_at = ${afterRecorded('auto_close_warning_at', 'auto_close_warn_ms')},
    auto_close_at = auto_close_at - auto_close_warning_at
      + ${afterRecorded('auto_close_warning_at', 'auto_close_warn_ms')}
  where auto_close_warning_at is not null and is_auto_close_warned = 0 and ${ofQueue('auto_close_ms')} is not null
    and ${isNext}`,
  statement`
  update tickets set
    auto_close_warning_at = ${pastTime(recorded, 'auto_close_warning_at')},
    auto_close_at = ${afterRecorded('auto_close_at', 'auto_close_ms')}
  where auto_close_at is not null and is_auto_close_warned = 1 and ${ofQueue('auto_close_ms')} is not null
    and ${isNext}`,
  // The wait of the ticket counts on. Its rank and its next stage, which opening hours can delay, follow from it.
  statement`
  update tickets set created_at = ${pastTime(recorded, 'created_at')}, need_set = null
  where created_at > ${recorded.until} and ${isWaiting('tickets')} and ${isBack}`,
  statement`
  update tickets set customer_waits_since = ${pastTime(recorded, 'customer_waits_since')}
  where customer_waits_since > ${recorded.until} and ${isBack}`,
  statement`
  update tickets set retry_at = cast(min(retry_at, ${recorded.until} + ${ofQueue('pick_timeout_ms')}) as integer)
  where retry_at is not null and ${isBack}`,
  statement`
  update tickets set assigned_at = ${pastTime(recorded, 'assigned_at')}
  where agent_id is not null and ${isHeld('tickets')} and assigned_at > ${recorded.until} and ${isBack}`,
  statement`
  update tickets set prefer_until = cast(min(prefer_until, ${recorded.until} + (select sticky_ms from settings)) as integer)
  where ${isWaiting('tickets')} and prefer_until > ${recorded.until} and ${isBack}`,
  placeInQueue,
  // The stored opening hours begin shortly before the time at which they were computed. The last batch removes them, because
  // the batches place tickets by them.
  statement`
  update settings set hours_until = 0
  where ${recorded.until} < ${recorded.from} and not ${allAreMoved} and ${nextCursor} is null`,
  statement`
  update service set moving_after = ${nextCursor}
  where moving_after is not null`,
];

const selectIsMoving = select<CommandContext, { isMoving: 0 | 1 }>`select not ${allAreMoved} as "isMoving"`;

/**
 * Begins to move every running deadline by the gap that ends now, unless another process has done so. It moves the deadlines
 * of agents and of the first 200 open tickets. `moveMoreDeadlines` moves the rest.
 */
export const moveDeadlines = command({
  steps: [...agentSteps, delayPrune, record, ...(ticketSteps as readonly Statement<MoveDeadlines>[])],
  answer: {},
});

/** Moves the deadlines of the next open tickets by the last gap. `isMoving`: more are left. */
export const moveMoreDeadlines = command({
  steps: [...ticketSteps],
  answer: { service: only(selectIsMoving) },
  outcome: ({ service }) => ({ isMoving: service.isMoving === 1 }),
});
