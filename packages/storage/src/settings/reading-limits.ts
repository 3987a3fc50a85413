import { defaultLimits, type Limits } from '@chat-ticket/contract';
import { select } from '../command/statement.ts';
import type { Database } from '../database.ts';

const selectLimits = select<object, { limits: string | null }>`
  select document ->> 'limits' as "limits" from settings`;

/** The same database. Passes the limits of the settings to `onRead` with each batch, without a second trip. */
export const readingLimits = (db: Database, onRead: (limits: Limits) => void): Database => ({
  batch: async (statements, mode) => {
    const results = await db.batch([...statements, selectLimits.bind({})], mode);
    const [row] = selectLimits.read(results.at(-1)!);
    // Settings that were saved before a limit existed lack it.
    onRead({ ...defaultLimits, ...(row?.limits ? (JSON.parse(row.limits) as Partial<Limits>) : {}) });
    return results.slice(0, -1);
  },
});
