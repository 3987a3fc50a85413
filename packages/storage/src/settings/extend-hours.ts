import { sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { settings } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { selectSettings, toDocument } from './get-settings.ts';
import { refillHours } from './put-settings.ts';
import { hoursRows } from './settings-rows.ts';

type Params = CommandParams & ReturnType<typeof hoursRows> & { version: number };

const claim = statement<Params>((p) =>
  build
    .update(settings)
    .set({ hoursUntil: p.hoursUntil, changeId: p.changeId })
    .where(sql`${settings.version} = ${p.version} and ${settings.hoursUntil} < ${p.hoursUntil}`),
);
const refill = refillHours<Params>();

/** Writes out the opening hours of more weeks. */
export async function extendHours(
  db: Database,
  { now, newId }: { now: number; newId: () => string },
): Promise<void> {
  const [document] = await db.batch([selectSettings({})], 'read');
  const row = selectSettings.rows(document!)[0]!;
  const params = {
    changeId: newId(),
    now,
    actorRole: 'system',
    actorId: 'sweep',
    version: row.version,
    ...hoursRows(toDocument(row).settings, now),
  };
  await db.batch(
    [claim, ...refill].map((bind) => bind(params)),
    'write',
  );
}
