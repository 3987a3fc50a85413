import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import type { MessageRow } from '../rows/message-row.ts';

/** `attachments` is the JSON array as text. */
type Row = Omit<MessageRow, 'attachments'> & {
  attachments: string;
  ticketId: string;
  roomId: string;
  snippet: string;
};

/** A message that matches. `snippet` is the matching part of its text, with each match between `⟦` and `⟧`. */
export type FoundMessage = MessageRow & Pick<Row, 'ticketId' | 'roomId' | 'snippet'>;

// SQLite does not reorder a cross join, so it reads the newest matches first and stops at the limit.
const selectFound = select<{ match: string; limit: number }, Row>`
  select
    messages.seq as "seq",
    messages.client_message_id as "clientMessageId",
    messages.kind as "kind",
    messages.sender_role as "senderRole",
    messages.sender_id as "senderId",
    messages.sender_name as "senderName",
    messages.text as "text",
    messages.attachments as "attachments",
    messages.at as "at",
    messages.change_id as "changeId",
    tickets.id as "ticketId",
    tickets.room_id as "roomId",
    snippet(messages_text, 0, '⟦', '⟧', '…', 24) as "snippet"
  from messages_text
    cross join messages on messages.id = messages_text.rowid
    cross join tickets on tickets.id = messages.ticket_id
  where messages_text match :match
  order by messages_text.rowid desc
  limit :limit`;

/** The full-text query that matches no message. */
const matchNothing = '""';

/**
 * The full-text query for messages that contain all of the words. Each word is quoted, so that none is an operator. The
 * last one is a prefix. Words without a letter or digit are dropped.
 */
export function matchOf(words: string): string {
  const quoted = words
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return quoted.length === 0 ? matchNothing : `${quoted.join(' ')}*`;
}

/** At most `limit` messages that contain all of the words, newest first. */
export const searchMessages = query({
  params: ({ words, limit }: { words: string; limit: number }) => ({ match: matchOf(words), limit }),
  answer: { messages: selectFound },
  outcome: ({ messages }): FoundMessage[] =>
    messages.map((row) => ({
      ...row,
      attachments: JSON.parse(row.attachments) as FoundMessage['attachments'],
    })),
});
