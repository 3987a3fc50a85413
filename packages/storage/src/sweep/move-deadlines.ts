import { leaseMs, reconnectGraceMs, releaseAfterMs } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';
import { isHeld, isWaiting } from '../sql/ticket-status.ts';
import { placeInQueue } from '../steps/place-in-queue.ts';
import { pruneDelayMs } from './prune-events.ts';

/** The gap that ends now. `recordedUntil` is the record that the caller has read. Times are in ms since 1970. */
export type MoveDeadlines = CommandContext & { servedUntil: number; recordedUntil: number | null };

/** Another process may have moved the deadlines since the caller read the record. */
const isUnmoved = '(select max(served_until) from service) is :recordedUntil';

/**
 * A deadline after the gap. Its length is null if the settings no longer have one.
 *
 * @see packages/domain/src/deadline/gap.ts `deadlineAfterGap`, the same rule in TypeScript
 */
const afterGap = (deadline: string, ownLengthMs: string) => {
  const lengthMs = `coalesce(${ownLengthMs}, 9e15)`;
  return `cast(:now + min(
        max(${deadline} - case when :now < :servedUntil and ${deadline} - ${lengthMs} <= :now then :now else :servedUntil end, ${reconnectGraceMs}),
        ${lengthMs}) as integer)`;
};

/**
 * A past time after the gap.
 *
 * @see packages/domain/src/deadline/gap.ts `pastTimeAfterGap`, the same rule in TypeScript
 */
const pastTime = (time: string) =>
  `cast(case when ${time} <= :now then ${time} else min(:now, ${time} - (:servedUntil - :now)) end as integer)`;

const ofQueue = (column: string) => `(select ${column} from queues where id = tickets.queue_id)`;

const running: Statement<MoveDeadlines>[] = [
  // A clock that is ahead for a moment must not delete the event log.
  statement`update settings set prune_at = :now + ${pruneDelayMs} where ${isUnmoved}`,
  // A lease starts again: an agent whose page could not reach the desk needs time to connect.
  statement`update agents set lease_until = :now + ${leaseMs} where is_connected = 1 and ${isUnmoved}`,
  statement`
  update agents set release_at = ${afterGap('release_at', `${releaseAfterMs}`)}
  where release_at is not null and ${isUnmoved}`,
  statement`
  update tickets set pick_by = ${afterGap('pick_by', ofQueue('pick_timeout_ms'))}
  where pick_by is not null and ${isUnmoved}`,
  statement`
  update tickets set wrap_up_until = ${afterGap('wrap_up_until', ofQueue('wrap_up_ms'))}
  where wrap_up_until is not null and ${isUnmoved}`,
  // The close keeps its distance from the warning.
  statement`
  update tickets set
    auto_close_warning_at = ${afterGap('auto_close_warning_at', ofQueue('auto_close_warn_ms'))},
    auto_close_at = auto_close_at - auto_close_warning_at
      + ${afterGap('auto_close_warning_at', ofQueue('auto_close_warn_ms'))}
  where auto_close_warning_at is not null and is_auto_close_warned = 0 and ${ofQueue('auto_close_ms')} is not null
    and ${isUnmoved}`,
  statement`
  update tickets set
    auto_close_warning_at = ${pastTime('auto_close_warning_at')},
    auto_close_at = ${afterGap('auto_close_at', ofQueue('auto_close_ms'))}
  where auto_close_at is not null and is_auto_close_warned = 1 and ${ofQueue('auto_close_ms')} is not null
    and ${isUnmoved}`,
];

// --- The clock was set back. Nothing may be farther in the future than its length, and no past time is in the future.

const isBack = `:now < :servedUntil and ${isUnmoved}`;

const back: Statement<MoveDeadlines>[] = [
  statement`
  update agents set
    lease_until = case is_connected when 1 then lease_until else min(lease_until, :now) end,
    status_since = ${pastTime('status_since')}, idle_since = ${pastTime('idle_since')},
    assigned_at = ${pastTime('assigned_at')}
  where (status_since > :now or idle_since > :now or assigned_at > :now or lease_until > :now) and ${isBack}`,
  // The wait of the ticket counts on. Its rank and its next stage, which opening hours can delay, follow from it.
  statement`
  update tickets set created_at = ${pastTime('created_at')}, need_set = null
  where created_at > :now and ${isWaiting('tickets')} and ${isBack}`,
  statement`
  update tickets set retry_at = cast(min(retry_at, :now + ${ofQueue('pick_timeout_ms')}) as integer)
  where retry_at is not null and ${isBack}`,
  statement`
  update tickets set assigned_at = ${pastTime('assigned_at')}
  where agent_id is not null and ${isHeld('tickets')} and assigned_at > :now and ${isBack}`,
  statement`
  update tickets set prefer_until = cast(min(prefer_until, :now + (select sticky_ms from settings)) as integer)
  where ${isWaiting('tickets')} and prefer_until > :now and ${isBack}`,
  placeInQueue as Statement<MoveDeadlines>,
  // The stored opening hours begin shortly before the time at which they were computed.
  statement`
  update settings set hours_until = 0 where ${isBack}`,
];

const record = statement<MoveDeadlines>`
  insert into service (id, served_until) select 1, :now where ${isUnmoved}
  on conflict (id) do update set served_until = excluded.served_until`;

/** Moves every running deadline by the gap that ends now, unless another process has done so. */
export const moveDeadlines = command({ steps: [...running, ...back, record], answer: {} });
