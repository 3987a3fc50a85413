import { searchWords } from '@chat-ticket/contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { messageColumns, type MessageRow } from '../rows/message-row.ts';
import { bytesBefore, columnsOf, isInPage } from '../rows/page.ts';
import { messages, tickets } from '../schema.ts';

/** The page of matches to return. */
export type SearchMessages = {
  words: string;
  /** Only messages before this position. Null: all. */
  before: number | null;
  /** The size of the page. */
  limit: number;
};

/**
 * A message that matches. `snippet` is the part of its text, or of the names of its files, that matches best, with each
 * match between `⟦` and `⟧`.
 */
export type FoundMessage = MessageRow & { ticketId: string; roomId: string; snippet: string };

type FoundPage = { messages: FoundMessage[]; nextBefore: number | null };

const columns = { ...messageColumns, id: messages.id, ticketId: messages.ticketId, roomId: tickets.roomId };

type Params = { match: string; before: number; rows: number };

const selectFound = built((p: Placeholders<Params>) => {
  const candidates = build
    .select({
      ...columns,
      snippet: sql<string>`snippet(messages_text, -1, '⟦', '⟧', '…', 24)`.as('snippet'),
    })
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
  const large = [candidates.text, candidates.attachments, candidates.snippet];
  const sized = build
    .select({
      ...columnsOf(columns, candidates),
      snippet: candidates.snippet,
      candidates: sql<number>`count(*) over ()`.as('candidate_count'),
      bytesBefore: bytesBefore(desc(candidates.id), large).as('bytes_before'),
    })
    .from(candidates)
    .as('sized');
  return build
    .select({ ...columnsOf(columns, sized), snippet: sized.snippet, candidates: sized.candidates })
    .from(sized)
    .where(isInPage(sql`bytes_before`))
    .orderBy(desc(sized.id));
});

/** The full-text query that matches no message. */
const matchNothing = '""';

/**
 * The full-text query for messages that contain all of the words. Each word is quoted, so that none is an operator. The
 * last one is a prefix.
 */
export function matchOf(words: string): string {
  const quoted = searchWords(words).map((word) => `"${word.replaceAll('"', '""')}"`);
  return quoted.length === 0 ? matchNothing : `${quoted.join(' ')}*`;
}

/**
 * The newest messages before a position that contain all of the words, newest first. `nextBefore` is the position of
 * the last one, from which the next page goes on, or null if no older one matches.
 */
export const searchMessages = query({
  params: ({ words, before, limit }: SearchMessages): Params => ({
    match: matchOf(words),
    before: before ?? Number.MAX_SAFE_INTEGER,
    // The additional row shows whether more messages match.
    rows: limit + 1,
  }),
  answer: { rows: selectFound },
  outcome: ({ rows }, { limit }): FoundPage => {
    const page = rows.slice(0, limit);
    const hasMore = (rows[0]?.candidates ?? 0) > page.length;
    return { messages: page, nextBefore: hasMore ? page.at(-1)!.id : null };
  },
});
