import type { Settings } from '@chat-ticket/contract';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { getSettings } from '../settings/get-settings.ts';
import { hoursEnd, hoursOf } from '../settings/settings-rows.ts';
import { type OpenPeriodRow, insertQueueHours } from '../steps/refill-queue-hours.ts';
import { wroteSettings } from '../sql/wrote-settings.ts';

/** A batch stores the hours of further queues until it has this many rows. The embedded database serves nothing else meanwhile. */
const rowsPerBatch = 1_000;

/**
 * The queues whose hours to replace, and until when the new ones last, in ms since 1970. `isLast`: all other queues have
 * theirs.
 */
type Params = CommandContext & {
  version: number;
  queueIds: readonly string[];
  hours: readonly OpenPeriodRow[];
  until: number;
  isLast: boolean;
};

const claimSettings = statement<Params>`
  update settings set
    hours_until = case when :isLast then :until else hours_until end, change_id = :changeId
  where version = :version and hours_until < :until`;

const deleteQueueHours = statement<Params>`
  delete from queue_hours
  where queue_id in (select value from json_each(:queueIds)) and ${wroteSettings}`;

/**
 * Stores more opening hours for some queues of a version of the settings. It does nothing if the settings have another
 * version now.
 */
export const putQueueHours = command({
  steps: [claimSettings, deleteQueueHours, insertQueueHours<Params>()],
  answer: {},
});

/** Stores the opening hours of the next 90 days. `nextContext` returns the context of each batch. */
export async function extendHours(db: Database, nextContext: () => CommandContext): Promise<void> {
  const { version, settings } = await send(db, getSettings, {});
  const { now } = nextContext();
  const until = hoursEnd(now);
  for (const batch of batches(settings, now, until))
    await send(db, putQueueHours, { ...nextContext(), version, until, ...batch });
}

/** The rows are computed between the batches, because time zones take as long as the database does. */
function* batches({ queues }: Settings, now: number, until: number) {
  let queueIds: string[] = [];
  let hours: OpenPeriodRow[] = [];
  for (const [i, queue] of queues.entries()) {
    queueIds.push(queue.id);
    hours = hours.concat(hoursOf(queue, now, until));
    const isLast = i === queues.length - 1;
    if (!isLast && hours.length < rowsPerBatch) continue;
    yield { queueIds, hours, isLast };
    queueIds = [];
    hours = [];
  }
}
