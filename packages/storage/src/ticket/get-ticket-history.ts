import { and, asc, eq, gt, notInArray, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import type { EventRow } from '../rows/event-row.ts';
import { eventColumns } from '../rows/event-row.ts';
import { bytesBefore, columnsOf, isInPage, maxPageRows } from '../rows/page.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { events } from '../schema.ts';

/** `after`: only events with a higher `seq`. */
type Params = { ticketId: string; after: number };

const selectTicketEvents = built((p: Placeholders<Params>) => {
  const candidates = build
    .select(eventColumns)
    .from(events)
    .where(
      and(
        eq(events.ticketId, p.ticketId),
        gt(events.seq, p.after),
        notInArray(events.type, ['message.posted', 'room.read']),
      ),
    )
    .orderBy(asc(events.seq))
    // One more than a page can have shows whether more exist.
    .limit(maxPageRows + 1)
    .as('candidates');
  const sized = build
    .select({
      ...columnsOf(eventColumns, candidates),
      candidates: sql<number>`count(*) over ()`.as('candidate_count'),
      bytesBefore: bytesBefore(asc(candidates.seq), [candidates.data]).as('bytes_before'),
    })
    .from(candidates)
    .as('sized');
  return build
    .select({ ...columnsOf(eventColumns, sized), candidates: sized.candidates })
    .from(sized)
    .where(isInPage(sql`bytes_before`))
    .orderBy(asc(sized.seq));
});

/** `candidates` is how many rows the page could have without the limit of bytes. */
type CandidateRow = EventRow & { candidates: number };

/**
 * The ticket and its events after a `seq` in order, without messages and read positions; fewer if they are large
 * (`maxPageBytes`). `hasMore` is whether more follow. `ticket` is null if it does not exist.
 */
export const getTicketHistory = query({
  answer: { ticket: one(selectTicket), rows: selectTicketEvents },
  outcome: ({ ticket, rows }) => ({
    ticket,
    events: rows as EventRow[],
    hasMore: ((rows[0] as CandidateRow | undefined)?.candidates ?? 0) > rows.length,
  }),
});
