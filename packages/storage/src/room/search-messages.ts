import { matchExpression, searchPhrases, searchSnippet } from '@chat-ticket/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { messageColumns, type MessageRow } from '../rows/message-row.ts';
import { shownTextsOf } from '../rows/message-texts.ts';
import { bytesBefore, columnsOf, isInPage } from '../rows/page.ts';
import { messages, tickets } from '../schema.ts';
import { isIndexing } from '../sql/unfinished.ts';

/** The page of matches to return. */
export type SearchMessages = {
  /** What a person searches for: see `searchPhrases`. */
  search: string;
  /** Only messages before the one with this id. Null: all. */
  before: number | null;
  /** The size of the page. */
  limit: number;
};

/**
 * A message that matches. `snippet` is the part of its text, or of the names of its files, that matches best, with each
 * match between `⟦` and `⟧`.
 */
export type FoundMessage = MessageRow & { id: number; ticketId: string; roomId: string; snippet: string };

type FoundPage = { messages: FoundMessage[]; hasMore: boolean; isIndexing: boolean };

const columns = { ...messageColumns, id: messages.id, ticketId: messages.ticketId, roomId: tickets.roomId };

/** A page ends after the message that reaches this many bytes, because each is read again for its snippet. */
const maxSearchBytes = 256 * 1024;

type Params = { match: string; before: number; rows: number };

const selectFound = built((p: Placeholders<Params>) => {
  const candidates = build
    .select(columns)
    .from(sql`messages_text`)
    // SQLite does not reorder a cross join, so it reads the newest matches first and stops at the limit.
    .crossJoin(messages)
    .crossJoin(tickets)
    .where(
      and(
        sql`messages_text match ${p.match}`,
        sql`messages_text.rowid < ${p.before}`,
        eq(messages.id, sql`messages_text.rowid`),
        eq(tickets.id, messages.ticketId),
      ),
    )
    .orderBy(sql`messages_text.rowid desc`)
    .limit(sql.placeholder('rows'))
    .as('candidates');
  const sized = build
    .select({
      ...columnsOf(columns, candidates),
      candidates: sql<number>`count(*) over ()`.as('candidate_count'),
      bytesBefore: bytesBefore(desc(candidates.id), [candidates.text, candidates.attachments]).as(
        'bytes_before',
      ),
    })
    .from(candidates)
    .as('sized');
  return build
    .select({ ...columnsOf(columns, sized), candidates: sized.candidates })
    .from(sized)
    .where(isInPage(sql`bytes_before`, maxSearchBytes))
    .orderBy(desc(sized.id));
});

const selectIndexing = select<object, { isIndexing: 0 | 1 }>`select ${isIndexing} as "isIndexing"`;

/**
 * The newest messages before another one that contain all phrases of the search, newest first. `hasMore`: older ones match
 * too. `isIndexing`: some messages are not in the index yet, so that this page or a later one lacks them.
 */
export const searchMessages = query({
  params: ({ search, before, limit }: SearchMessages): Params => ({
    match: matchExpression(searchPhrases(search)),
    before: before ?? Number.MAX_SAFE_INTEGER,
    // The additional row shows whether more messages match.
    rows: limit + 1,
  }),
  answer: { rows: selectFound, indexing: only(selectIndexing) },
  outcome: ({ rows, indexing }, { search, limit }): FoundPage => {
    const phrases = searchPhrases(search);
    const page = rows.slice(0, limit);
    return {
      messages: page.map((row) => ({ ...row, snippet: searchSnippet(shownTextsOf(row), phrases) })),
      hasMore: (rows[0]?.candidates ?? 0) > page.length,
      isIndexing: indexing.isIndexing === 1,
    };
  },
});
