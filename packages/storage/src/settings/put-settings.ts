import type { Settings, SettingsDocument } from '@chat-ticket/contract';
import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { placeInQueue } from '../queue/place-in-queue.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { agentStatuses, events, queueHours, queues, queueStages, settings, tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { isOpen } from '../ticket/state-sql.ts';
import { selectSettings, toDocument } from './get-settings.ts';
import { settingsRows } from './settings-rows.ts';

export type PutSettings = Command & {
  settings: Settings;
  /** The version that the change is meant for; null: whatever it is. */
  ifVersion: number | null;
};

type Params = CommandParams &
  ReturnType<typeof settingsRows> & {
    document: string;
    ifVersion: number | null;
    capacity: number;
    createsAgents: number;
    strategy: string;
    stickyMs: number;
    pointMs: number;
    missesUntilAway: number;
    eventRetentionMs: number;
  };

const saveDocument = statement<Params>(
  (p) => sql`
    insert into ${settings} (id, version, document, capacity, creates_agents, strategy, sticky_ms, point_ms, misses_until_away, event_retention_ms, hours_until, change_id)
    values (1, 0, ${p.document}, ${p.capacity}, ${p.createsAgents}, ${p.strategy}, ${p.stickyMs}, ${p.pointMs}, ${p.missesUntilAway}, ${p.eventRetentionMs}, ${p.hoursUntil}, ${p.changeId})
    on conflict (id) do update set
      version = ${settings.version} + 1, document = excluded.document, capacity = excluded.capacity,
      creates_agents = excluded.creates_agents, strategy = excluded.strategy, sticky_ms = excluded.sticky_ms,
      point_ms = excluded.point_ms, misses_until_away = excluded.misses_until_away,
      event_retention_ms = excluded.event_retention_ms, hours_until = excluded.hours_until,
      change_id = excluded.change_id
    where coalesce(${p.ifVersion}, ${settings.version}) = ${settings.version} and ${isFirstTime(p)}`,
);

const isOurs = (p: { changeId: SQL }) =>
  sql`exists (select 1 from ${settings} where ${settings.changeId} = ${p.changeId})`;

/** Empties a table of the settings and fills it again from a JSON array of objects. */
export const refill = <P extends CommandParams>(
  table: typeof agentStatuses | typeof queues | typeof queueStages | typeof queueHours,
  rowsOf: (p: { readonly [Name in keyof P]: SQL }) => SQL,
  columns: Readonly<Record<string, string>>,
) => {
  const names = Object.keys(columns).map((name) => sql.raw(name));
  const values = Object.values(columns).map((value) => sql.raw(value));
  return [
    statement<P>((p) => build.delete(table).where(isOurs(p))),
    statement<P>(
      (p) => sql`
        insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)}
        from json_each(${rowsOf(p)}) as row where ${isOurs(p)}`,
    ),
  ];
};

const member = (name: string) => `row.value ->> '${name}'`;

export const refillHours = <P extends CommandParams & { hours: string }>() =>
  refill<P>(queueHours, (p) => p.hours, {
    queue_id: member('queueId'),
    opens_at: member('opensAt'),
    closes_at: member('closesAt'),
    open_before_ms: member('openBeforeMs'),
  });

const tables = [
  ...refill<Params>(agentStatuses, (p) => p.statuses, {
    id: member('id'),
    position: 'row.key',
    alias: member('alias'),
    is_routable: member('routable'),
  }),
  ...refill<Params>(queues, (p) => p.queues, {
    id: member('id'),
    position: 'row.key',
    entity_ids: member('entityIds'),
    languages: member('languages'),
    ccrs: member('ccrs'),
    priority: member('priority'),
    pick_timeout_ms: member('pickTimeoutMs'),
    wrap_up_ms: member('wrapUpMs'),
    auto_close_warn_ms: member('autoCloseWarnMs'),
    auto_close_ms: member('autoCloseMs'),
    auto_close_text: member('autoCloseText'),
    goal_ms: member('goalMs'),
    goal_percent: member('goalPercent'),
    refuses_when_closed: member('refusesWhenClosed'),
  }),
  ...refill<Params>(queueStages, (p) => p.stages, {
    queue_id: member('queueId'),
    stage: member('stage'),
    after_ms: member('afterMs'),
    needs: member('needs'),
    tier: member('tier'),
  }),
  ...refillHours<Params>(),
];

const hasNoStatus = sql`agents.status not in (select id from agent_statuses)`;

const leaveStatus = statement<Params>(
  (p) => sql`update agents set status = 'away', status_since = ${p.now}, change_id = ${p.changeId}
    where ${hasNoStatus} and ${isOurs(p)}`,
);
const appendLeft = appendAgentEvent<Params>(
  'agent.status_changed',
  (p) => sql`agents.change_id = ${p.changeId}`,
  () => ({ reason: sql`'status_removed'` }),
);

const readyAgents = statement<Params>(
  (p) => sql`update agents set
    is_routable = (select is_routable from agent_statuses where id = agents.status),
    max_load = coalesce(agents.capacity, ${p.capacity}), strategy = ${p.strategy}
    where ${isOurs(p)}`,
);

const takeFromQueues = statement<Params>((p) =>
  build
    .update(tickets)
    .set({ needSet: null })
    .where(sql`${isOpen(tickets)} and ${isOurs(p)}`),
);

// A queue that closes no idle chats any more closes none whose time was running either.
const stopAutoClose = statement<Params>(
  (p) => sql`update tickets set auto_close_warning_at = null, auto_close_at = null, is_auto_close_warned = 0
    where ${isOurs(p)} and queue_id in (select id from queues where auto_close_ms is null) and id in (
      select id from tickets where auto_close_warning_at is not null and is_auto_close_warned = 0
      union all select id from tickets where auto_close_at is not null and is_auto_close_warned = 1)`,
);

const appendChanged = statement<Params>(
  (p) => sql`
    insert into ${events} (type, at, change_id, subject_id, actor_role, actor_id, data)
    select 'settings.changed', ${p.now}, ${p.changeId}, 'settings', ${p.actorRole}, ${p.actorId}, json_object('version', version)
    from ${settings} where ${isOurs(p)} and version > 0 on conflict (change_id, type, subject_id) do nothing`,
);

/** How many assignments a change makes in its own batch; the sweep goes on where more are to be made. */
const assignmentsPerBatch = 32;

/** Replaces the settings. Every open ticket finds its queue again, and what can be assigned then is. */
export async function putSettings(
  db: Database,
  command: PutSettings,
): Promise<{ outcome: 'saved' | 'version_mismatch'; document: SettingsDocument }> {
  const { settings: document, ...rest } = command;
  const params = {
    ...rest,
    ...settingsRows(document, command.now),
    document: JSON.stringify(document),
    capacity: document.capacity,
    createsAgents: Number(document.createsAgents),
    strategy: document.strategy,
    stickyMs: document.stickySeconds * 1000,
    pointMs: document.priorityPointSeconds * 1000,
    missesUntilAway: document.missesUntilAway,
    eventRetentionMs: document.eventRetentionHours * 3_600_000,
  };
  const statements = [
    noteRepeat,
    saveDocument,
    ...tables,
    leaveStatus,
    appendLeft,
    readyAgents,
    takeFromQueues,
    placeInQueue,
    stopAutoClose,
    ...assignUpTo(assignmentsPerBatch),
    appendAssignments,
    appendChanged,
    selectSettings,
  ];
  const results = await db.batch(
    statements.map((bind) => bind(params)),
    'write',
  );
  const [row] = selectSettings.rows(results.at(-1)!);
  if (!row) throw new Error('the settings have no row');
  return {
    outcome: row.changeId === command.changeId ? 'saved' : 'version_mismatch',
    document: toDocument(row),
  };
}
