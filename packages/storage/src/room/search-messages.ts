import { desc, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { messages, tickets } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { messageFields, type MessageRow } from './message-row.ts';

type Params = { match: string };

const foundFields = {
  ...messageFields,
  ticketId: tickets.id,
  roomId: tickets.roomId,
  snippet: sql<string>`snippet(messages_text, 0, '⟦', '⟧', '…', 24)`,
};

// A cross join keeps its order: the newest matches come out of the index, and no more of them than asked for.
const selectFound = reader<Params>()(foundFields, (p, fields) =>
  build
    .select(fields)
    .from(sql`messages_text`)
    .crossJoin(messages)
    .crossJoin(tickets)
    .where(
      sql`messages_text match ${p.match} and ${messages.id} = messages_text.rowid and ${tickets.id} = ${messages.ticketId}`,
    )
    .orderBy(desc(sql`messages_text.rowid`))
    .limit(sql.placeholder('limit')),
);

export type FoundMessage = MessageRow & { ticketId: string; roomId: string; snippet: string };

/**
 * What the words come to in the language of the index: each in quotes, so that nothing in it is an operator,
 * and the last as a beginning. Null when there is no letter or digit to look for.
 */
export function matchOf(words: string): string | null {
  const quoted = words
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return quoted.length === 0 ? null : `${quoted.join(' ')}*`;
}

/** The messages that hold all of the words, newest first. */
export async function searchMessages(
  db: Database,
  { words, limit }: { words: string; limit: number },
): Promise<FoundMessage[]> {
  const match = matchOf(words);
  if (match === null) return [];
  const [found] = await db.batch([selectFound({ match, limit } as Params)], 'read');
  return selectFound.rows(found!);
}
