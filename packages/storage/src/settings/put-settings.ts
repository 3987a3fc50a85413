import type { Settings, SettingsDocument } from '@chat-ticket/contract';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { only, statement } from '../command/statement.ts';
import { completeSettings, selectSettings } from '../rows/settings-row.ts';
import { beforeFirstTicket } from '../sql/open-tickets-after.ts';
import { wroteSettings } from '../sql/wrote-settings.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { appendAssignments, assignUpTo } from '../steps/assign.ts';
import { placeNextSteps } from '../steps/place-again.ts';
import { refillQueueHours } from '../steps/refill-queue-hours.ts';
import { settingsRows } from './settings-rows.ts';

/** The settings to save. */
export type PutSettings = CommandContext & {
  settings: Settings;
  /** The versions of which the present settings must have one. Null: any. */
  ifVersion: readonly number[] | null;
};

/** The settings as they are now. `version_mismatch`: their version was another, and they were not replaced. */
export type PutSettingsOutcome = { outcome: 'done' | 'version_mismatch' } & SettingsDocument;

const toParams = ({ settings, ...rest }: PutSettings) => ({
  ...rest,
  ...settingsRows(settings, rest.now),
  document: settings,
  capacity: settings.capacity,
  createsAgents: settings.createsAgents,
  joinsAgentsByEmail: settings.joinsAgentsByEmail,
  strategy: settings.strategy,
  stickyMs: settings.stickySeconds * 1000,
  pointMs: settings.priorityPointSeconds * 1000,
  agentTags: settings.tags.allowsOthers ? null : settings.tags.names,
  missesUntilAway: settings.missesUntilAway,
  eventRetentionMs: settings.eventRetentionHours * 3_600_000,
});

type Params = ReturnType<typeof toParams>;

const saveDocument = statement<Params>`
  insert into settings (
    id, version, document, capacity, creates_agents, joins_agents_by_email, strategy, sticky_ms, point_ms,
    misses_until_away, agent_tags, event_retention_ms, hours_until, change_id)
  values (
    1, 0, :document, :capacity, :createsAgents, :joinsAgentsByEmail, :strategy, :stickyMs, :pointMs,
    :missesUntilAway, :agentTags, :eventRetentionMs, :hoursUntil, :changeId)
  on conflict (id) do update set
    version = settings.version + 1, document = excluded.document, capacity = excluded.capacity,
    creates_agents = excluded.creates_agents,
    joins_agents_by_email = excluded.joins_agents_by_email, strategy = excluded.strategy, sticky_ms = excluded.sticky_ms,
    point_ms = excluded.point_ms, misses_until_away = excluded.misses_until_away,
    agent_tags = excluded.agent_tags, event_retention_ms = excluded.event_retention_ms, hours_until = excluded.hours_until,
    placing_after = case
      when settings.document -> 'queues' = excluded.document -> 'queues' and settings.point_ms = excluded.point_ms
      then settings.placing_after else ${beforeFirstTicket} end,
    change_id = excluded.change_id
  where :ifVersion is null or settings.version in (select value from json_each(:ifVersion))`;

const refillStatuses = [
  statement<Params>`delete from agent_statuses where ${wroteSettings}`,
  statement<Params>`
  insert into agent_statuses (id, position, alias, is_routable)
  select row.value ->> 'id', row.key, row.value ->> 'alias', row.value ->> 'routable'
  from json_each(:statuses) row
  where ${wroteSettings}`,
];

const refillQueues = [
  statement<Params>`delete from queues where ${wroteSettings}`,
  statement<Params>`
  insert into queues (
    id, position, entity_ids, languages, ccrs, fields, priority, pick_timeout_ms, wrap_up_ms,
    auto_close_warn_ms, auto_close_ms, auto_close_text, goal_ms, goal_percent, refuses_when_closed, requires_closing_code)
  select
    row.value ->> 'id', row.key, row.value ->> 'entityIds', row.value ->> 'languages', row.value ->> 'ccrs',
    row.value ->> 'fields',
    row.value ->> 'priority', row.value ->> 'pickTimeoutMs', row.value ->> 'wrapUpMs',
    row.value ->> 'autoCloseWarnMs', row.value ->> 'autoCloseMs', row.value ->> 'autoCloseText',
    row.value ->> 'goalMs', row.value ->> 'goalPercent', row.value ->> 'refusesWhenClosed',
    row.value ->> 'requiresClosingCode'
  from json_each(:queues) row
  where ${wroteSettings}`,
];

const refillClosingCodes = [
  statement<Params>`delete from closing_codes where ${wroteSettings}`,
  statement<Params>`
  insert into closing_codes (id, position, name, is_archived, queue_ids)
  select
    row.value ->> 'id', row.key, row.value ->> 'name', row.value ->> 'archived', row.value ->> 'queueIds'
  from json_each(:closingCodes) row
  where ${wroteSettings}`,
];

const refillStages = [
  statement<Params>`delete from queue_stages where ${wroteSettings}`,
  statement<Params>`
  insert into queue_stages (queue_id, stage, after_ms, needs, tier)
  select
    row.value ->> 'queueId', row.value ->> 'stage', row.value ->> 'afterMs', row.value ->> 'needs', row.value ->> 'tier'
  from json_each(:stages) row
  where ${wroteSettings}`,
];

const resetRemovedStatus = statement<Params>`
  update agents set status = 'away', status_since = :now, change_id = :changeId
  where agents.status not in (select id from agent_statuses) and ${wroteSettings}`;

const appendStatusReset = appendAgentEvents<Params>('agent.status_changed', {
  where: 'agents.change_id = :changeId',
  data: { reason: `'status_removed'` },
});

const isRoutable = '(select is_routable from agent_statuses where id = agents.status)';

const refreshAgents = statement<Params>`
  update agents set
    is_routable = ${isRoutable},
    routable_since = case when is_routable = ${isRoutable} then routable_since else :now end,
    max_load = coalesce(agents.capacity, :capacity),
    strategy = :strategy
  where ${wroteSettings}`;

const appendSettingsChanged = statement<Params>`
  insert into events (type, at, change_id, subject_id, actor_role, actor_id, data)
  select 'settings.changed', :now, :changeId, 'settings', :actorRole, :actorId, json_object('version', version)
  from settings
  where ${wroteSettings} and version > 0
  on conflict (change_id, type, subject_id) do nothing`;

/** How many versions are stored, and how many bytes they may have together. The present one always stays. */
const storedVersions = 500;
const storedVersionBytes = 32 * 1024 * 1024;

const keepVersion = [
  statement<Params>`
  insert into settings_versions (version, at, actor_role, actor_id, changed, bytes, document)
  select version, :now, :actorRole, :actorId, (
      select json_group_array(saved.key)
      from settings_versions previous
      join json_each(previous.document) earlier join json_each(settings.document) saved on saved.key = earlier.key
      where previous.version = settings.version - 1 and saved.value is not earlier.value),
    octet_length(document), document
  from settings
  where ${wroteSettings}
  on conflict (version) do nothing`,
  statement<Params>`
  delete from settings_versions
  where ${wroteSettings} and version in (
    select version from (
      select version, sum(bytes) over (order by version desc) as total from settings_versions
      order by version desc)
    where total > ${storedVersionBytes} or version <= (select version from settings) - ${storedVersions})
    and version < (select version from settings)`,
];

/** How many waiting tickets the batch assigns. The next sweep assigns the rest. */
const assignmentsPerBatch = 32;

/**
 * Replaces the settings and assigns waiting tickets. If queues or the value of a point change, it places the first 50 open
 * tickets again. The sweep places the rest, and no rule assigns tickets until it has.
 */
export const putSettings = command({
  params: toParams,
  steps: [
    saveDocument,
    ...keepVersion,
    ...refillStatuses,
    ...refillQueues,
    ...refillStages,
    ...refillClosingCodes,
    ...refillQueueHours<Params>(),
    resetRemovedStatus,
    appendStatusReset,
    refreshAgents,
    ...placeNextSteps,
    ...assignUpTo(assignmentsPerBatch),
    appendAssignments,
    appendSettingsChanged,
  ],
  answer: { row: only(selectSettings) },
  outcome: ({ row: { changeId, version, settings } }, input): PutSettingsOutcome => ({
    outcome: changeId === input.changeId ? 'done' : 'version_mismatch',
    version,
    settings: completeSettings(settings),
  }),
});
