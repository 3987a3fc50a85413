import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { statement } from '../command/statement.ts';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { getSettings } from '../settings/get-settings.ts';
import { hoursRows } from '../settings/settings-rows.ts';
import { refillQueueHours } from '../steps/refill-queue-hours.ts';

type Params = CommandContext & ReturnType<typeof hoursRows> & { version: number };

const claimSettings = statement<Params>`
  update settings set hours_until = :hoursUntil, change_id = :changeId
  where version = :version and hours_until < :hoursUntil`;

/**
 * Stores more opening hours for a version of the settings. It does nothing if the settings have another version now.
 */
export const putQueueHours = command({
  steps: [claimSettings, ...refillQueueHours<Params>()],
  answer: {},
});

/** Stores the opening hours of the next 90 days. */
export async function extendHours(db: Database, context: CommandContext): Promise<void> {
  const { version, settings } = await send(db, getSettings, {});
  await send(db, putQueueHours, { ...context, version, ...hoursRows(settings, context.now) });
}
