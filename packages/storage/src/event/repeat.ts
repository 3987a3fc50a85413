import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { events, repeatedCommands } from '../schema.ts';
import { statement } from '../statement.ts';

/**
 * Goes first in a batch that changes things: notes that the command has been made before, when its answer was
 * lost and it is sent again. What others have done since is then left alone.
 */
export const noteRepeat = statement<CommandParams>(
  (p) => sql`
    insert into ${repeatedCommands} (change_id, at) select ${p.changeId}, ${p.now}
    where exists (select 1 from ${events} where ${events.changeId} = ${p.changeId}) on conflict do nothing`,
);

/** Whether the command is sent for the first time, or has not changed anything before. */
export const isFirstTime = (p: { changeId: SQL }): SQL =>
  sql`not exists (select 1 from ${repeatedCommands} where ${repeatedCommands.changeId} = ${p.changeId})`;

/** A retry comes within seconds. */
const keptMs = 3_600_000;

export const pruneRepeats = statement<CommandParams>(
  (p) =>
    sql`delete from ${repeatedCommands} where ${repeatedCommands.at} < ${p.now} - ${sql.raw(String(keptMs))}`,
);
