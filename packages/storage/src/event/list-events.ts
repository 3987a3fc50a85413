import { query } from '../command/command.ts';
import { built, build, type Placeholders } from '../command/built.ts';
import { only, select } from '../command/statement.ts';
import { asc, gt, sql } from 'drizzle-orm';
import { eventColumns } from '../rows/event-row.ts';
import { bytesBefore, columnsOf, isInPage } from '../rows/page.ts';
import { events } from '../schema.ts';

const selectLog = select<object, { prunedTo: number; lastSeq: number }>`
  select
    events_pruned_to as "prunedTo",
    max(events_pruned_to, coalesce((select max(seq) from events), 0)) as "lastSeq"
  from settings`;

const selectEvents = built((p: Placeholders<{ after: number | null; limit: number }>) => {
  const candidates = build
    .select(eventColumns)
    .from(events)
    .where(gt(events.seq, sql`coalesce(${p.after}, (select events_pruned_to from settings))`))
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit'))
    .as('candidates');
  const sized = build
    .select({
      ...columnsOf(eventColumns, candidates),
      bytesBefore: bytesBefore(asc(candidates.seq), [candidates.data]).as('bytes_before'),
    })
    .from(candidates)
    .as('sized');
  return build
    .select(columnsOf(eventColumns, sized))
    .from(sized)
    .where(isInPage(sql`bytes_before`))
    .orderBy(asc(sized.seq));
});

/**
 * At most `limit` events after the `seq` `after`, in order; fewer if they are large (`maxPageBytes`). If that is null, they begin after `log.prunedTo`: the highest
 * `seq` that was pruned, up to which events can be missing. `log.lastSeq` is the last `seq`.
 */
export const listEvents = query({ answer: { log: only(selectLog), events: selectEvents } });
