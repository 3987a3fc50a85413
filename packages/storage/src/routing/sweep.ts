import { releaseAfterMs } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent, appendChange, appendTicketEvents } from '../event/append.ts';
import { pruneEvents } from '../event/prune-events.ts';
import { isFirstTime, noteRepeat, pruneRepeats } from '../event/repeat.ts';
import type { PublishedEvent } from '../event/event-row.ts';
import { publishing } from '../event/publishing.ts';
import { openClock } from '../queue/opening-sql.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { autoCloseSteps } from '../room/auto-close.ts';
import { agents, tickets } from '../schema.ts';
import { extendHours } from '../settings/extend-hours.ts';
import { hoursLeftMs } from '../settings/settings-rows.ts';
import { build, reader, statement } from '../statement.ts';
import { closed } from '../ticket/close-ticket.ts';
import { isActive } from '../ticket/state-sql.ts';
import { agentAs, hasDeclined } from './able.ts';
import { appendAssignments, assignUpTo, nextTicket } from './assign.ts';
import { returnTickets } from './return-tickets.ts';

type Placeholders = { readonly [Name in keyof CommandParams]: SQL };

/** How many of each kind one batch deals with, and how many assignments it makes. */
const batchSize = 50;
const assignmentsPerBatch = 32;
const maxBatches = 100;
const dayMs = 86_400_000;

const dueTickets = (column: 'pick_by' | 'widen_at' | 'retry_at' | 'wrap_up_until', p: Placeholders) => {
  const at = sql.raw(column);
  return sql`${isFirstTime(p)} and ${tickets.id} in (select id from tickets where ${at} is not null and ${at} <= ${p.now} order by ${at}, id limit ${sql.raw(String(batchSize))})`;
};
const dueAgents = (
  which: 'is_connected = 1' | 'release_at is not null',
  column: 'lease_until' | 'release_at',
  p: Placeholders,
) => {
  const at = sql.raw(column);
  return sql`(select id from agents where ${isFirstTime(p)} and ${sql.raw(which)} and ${at} <= ${p.now} order by ${at}, id limit ${sql.raw(String(batchSize))})`;
};

const missed = (p: Placeholders) => dueTickets('pick_by', p);
const countMisses = statement<CommandParams>((p) => {
  const count = sql`(select count(*) from tickets where agent_id = agents.id and ${missed(p)})`;
  return sql`update agents set misses = misses + ${count}
    where id in (select agent_id from tickets where ${missed(p)})`;
});
const hasMissedTooOften = (p: Placeholders) =>
  sql`${isFirstTime(p)} and agents.is_routable = 1 and agents.misses >= (select misses_until_away from settings)`;
const appendAway = appendAgentEvent<CommandParams>('agent.status_changed', hasMissedTooOften, () => ({
  status: sql`'away'`,
  reason: sql`'offers_missed'`,
}));
const sendAway = statement<CommandParams>(
  (
    p,
  ) => sql`update agents set status = 'away', is_routable = 0, status_since = ${p.now}, misses = 0, change_id = ${p.changeId}
    where ${hasMissedTooOften(p)}`,
);

const gone = (p: Placeholders) => dueAgents('is_connected = 1', 'lease_until', p);
const appendDisconnected = appendAgentEvent<CommandParams>(
  'agent.disconnected',
  (p) => sql`agents.id in ${gone(p)}`,
);
const disconnect = statement<CommandParams>((p) =>
  build
    .update(agents)
    .set({ isConnected: 0, releaseAt: sql`${agents.leaseUntil} + ${sql.raw(String(releaseAfterMs))}` })
    .where(sql`${agents.id} in ${gone(p)}`),
);

const released = (p: Placeholders) => dueAgents('release_at is not null', 'release_at', p);
const forgetRelease = statement<CommandParams>((p) =>
  build
    .update(agents)
    .set({ releaseAt: null })
    .where(sql`${agents.id} in ${released(p)}`),
);
const isActiveOf = (agentIds: SQL) => sql`${tickets.agentId} in ${agentIds} and ${isActive(tickets)}`;

const endWrapUp = statement<CommandParams>((p) =>
  build.update(tickets).set(closed(p)).where(dueTickets('wrap_up_until', p)),
);
const appendWrappedUp = appendChange<CommandParams>(
  'ticket.closed',
  sql`${tickets.status} = 'CLOSED'`,
  () => ({ reason: sql`'wrap_up_over'` }),
);

const widen = statement<CommandParams>((p) =>
  build.update(tickets).set({ needSet: null, changeId: p.changeId }).where(dueTickets('widen_at', p)),
);
/** Not so where the hours that are written out have ended, and the ticket is only looked at again. */
const hasReachedNextStage = (p: Placeholders) => sql`exists (
  select 1 from queue_stages s where s.queue_id = ${tickets.queueId} and s.stage = ${tickets.stage} + 1
    and s.after_ms <= ${openClock(tickets.queueId, p.now)} - ${openClock(tickets.queueId, tickets.createdAt)})`;
const appendWidened = appendTicketEvents<CommandParams>(
  'ticket.widened',
  (p) => sql`${dueTickets('widen_at', p)} and ${hasReachedNextStage(p)}`,
  () => ({ step: sql`${tickets.stage} + 1` }),
);

const another = agentAs('another');
/** Whether anyone on duty fits who has not declined: full, perhaps, but there. */
const someoneElseIsThere = (p: Placeholders) => sql`exists (
  select 1 from coverage join agents another on ${another.skills} = coverage.skills
  where coverage.need_set = ${tickets.needSet} and ${another.isRoutable} = 1 and ${another.leaseUntil} > ${p.now}
    and not ${hasDeclined(tickets.id, another.id)})`;
const forgetDeclines = statement<CommandParams>(
  (p) => sql`delete from ticket_declines where ticket_id in (
    select id from tickets where ${dueTickets('retry_at', p)} and not ${someoneElseIsThere(p)})`,
);
const isDeclined = sql`exists (select 1 from ticket_declines where ticket_id = tickets.id)`;
const retry = statement<CommandParams>(
  (p) => sql`update tickets set retry_at = case when ${isDeclined} then
      ${p.now} + (select pick_timeout_ms from queues where queues.id = tickets.queue_id) end
    where ${dueTickets('retry_at', p)}`,
);

const pruneNeeds = statement<CommandParams>(
  (p) => sql`delete from need_sets where waiting = 0 and used_at < ${p.now} - ${sql.raw(String(dayMs))}`,
);
const pruneSkills = statement<CommandParams>(
  () =>
    sql`delete from skill_sets where not exists (select 1 from agents where agents.skills = skill_sets.skills)`,
);

const steps = [
  noteRepeat,
  countMisses,
  ...returnTickets<CommandParams>({ event: 'ticket.missed', which: missed, asksOthersFirst: true }),
  appendAway,
  sendAway,
  appendDisconnected,
  ...returnTickets<CommandParams>({
    event: 'ticket.returned',
    which: (p) => sql`${isActiveOf(gone(p))} and ${tickets.pickedAt} is null and ${tickets.isAgentFixed} = 0`,
    data: () => ({ reason: sql`'agent_gone'` }),
    asksOthersFirst: false,
  }),
  disconnect,
  ...returnTickets<CommandParams>({
    event: 'ticket.returned',
    which: (p) => isActiveOf(released(p)),
    data: () => ({ reason: sql`'agent_gone'` }),
    asksOthersFirst: false,
  }),
  forgetRelease,
  endWrapUp,
  appendWrappedUp,
  ...autoCloseSteps,
  appendWidened,
  widen,
  // Before declines are looked at: until it is placed again, a widened ticket fits nobody.
  placeInQueue,
  forgetDeclines,
  retry,
  ...assignUpTo(assignmentsPerBatch),
  appendAssignments,
  pruneNeeds,
  pruneSkills,
  pruneRepeats,
];

const earliest = (column: string, table: 'tickets' | 'agents', which = `${column} is not null`) =>
  sql.raw(`(select min(${column}) from ${table} where ${which})`) as SQL<number | null>;

const selectDue = reader<CommandParams>()(
  {
    pickBy: earliest('pick_by', 'tickets'),
    widenAt: earliest('widen_at', 'tickets'),
    retryAt: earliest('retry_at', 'tickets'),
    wrapUpUntil: earliest('wrap_up_until', 'tickets'),
    autoCloseWarningAt: earliest(
      'auto_close_warning_at',
      'tickets',
      'auto_close_warning_at is not null and is_auto_close_warned = 0',
    ),
    autoCloseAt: earliest(
      'auto_close_at',
      'tickets',
      'auto_close_at is not null and is_auto_close_warned = 1',
    ),
    leaseUntil: earliest('lease_until', 'agents', 'is_connected = 1'),
    releaseAt: earliest('release_at', 'agents'),
    opensAt: sql<
      number | null
    >`(select min(opens_at) from queue_hours where opens_at > ${sql.placeholder('now')})`,
    hoursUntil: sql<number | null>`(select hours_until - ${sql.raw(String(hoursLeftMs))} from settings)`,
    pruneAt: sql<number | null>`(select prune_at from settings)`,
    nextTicketId: sql<string | null>`${nextTicket({ now: sql`${sql.placeholder('now')}` })}`,
  },
  (_, fields) => build.select(fields).from(sql`(select 1)`),
);

export type Sweep = {
  now: number;
  newId: () => string;
};

/**
 * Does what has fallen due: offers that nobody picked, agents that are gone, wrap-ups that are over, chats
 * that are idle, steps that widen a search, old events to prune, and what else can be assigned. In bounded
 * batches, harmless twice, and late: each deadline is a column that its own step clears. Answers what it
 * wrote into the log, and when to come again; null: nothing is to come.
 */
export async function sweep(
  db: Database,
  { now, newId }: Sweep,
): Promise<{ nextDueAt: number | null; events: PublishedEvent[] }> {
  const events: PublishedEvent[] = [];
  for (let batch = 0; ; batch++) {
    const command = { changeId: newId(), now, actorRole: 'system', actorId: 'sweep' };
    const [result] = await db.batch([selectDue(command)], 'read');
    const { nextTicketId, hoursUntil, pruneAt, ...due } = selectDue.rows(result!)[0]!;
    if (hoursUntil !== null && hoursUntil <= now) await extendHours(db, { now, newId });
    if (pruneAt !== null && pruneAt <= now) await pruneEvents(db, { now });
    const times = Object.values(due).filter((at) => at !== null);
    const nextDueAt = times.length === 0 ? null : Math.min(...times);
    const isDue = nextTicketId !== null || (nextDueAt !== null && nextDueAt <= now);
    if (!isDue || batch === maxBatches) return { nextDueAt: isDue ? now : nextDueAt, events };
    await publishing(db, command.changeId, (written) => events.push(...written)).batch(
      steps.map((bind) => bind(command)),
      'write',
    );
  }
}
