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

/** A message that was found, with the part of its text that matches. */
export type FoundMessage = MessageRow & Pick<Row, 'ticketId' | 'roomId' | 'snippet'>;

// A cross join keeps its order: the newest matches are read from the index, and no more than the limit.
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

/** Matches nothing. */
const nothing = '""';

/**
 * The words as a query of the full-text index: each in quotes, so that it is never an operator, the last as a
 * prefix. Words without a letter or digit are left out.
 */
export function matchOf(words: string): string {
  const quoted = words
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return quoted.length === 0 ? nothing : `${quoted.join(' ')}*`;
}

/** The messages that contain all of the words, newest first. */
export const searchMessages = query({
  params: ({ words, limit }: { words: string; limit: number }) => ({ match: matchOf(words), limit }),
  answer: { messages: selectFound },
  outcome: ({ messages }): FoundMessage[] =>
    messages.map((row) => ({
      ...row,
      attachments: JSON.parse(row.attachments) as FoundMessage['attachments'],
    })),
});
