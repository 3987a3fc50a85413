import type { Attachment, MessageKind, Sender } from '@chat-ticket/contract';
import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The messages of all rooms. The full-text index `messages_text` has the terms of each. Triggers remove those of a message that changes. */
export const messages = sqliteTable(
  'messages',
  {
    /** The row number of the full-text index. */
    id: integer('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** The number of the message in its room, from 1 without gaps. */
    seq: integer('seq').notNull(),
    /** The number among the messages of the room that customers get: 1, 2, 3. Null: customers do not get it. */
    customerSeq: integer('customer_seq'),
    clientMessageId: text('client_message_id').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    senderRole: text('sender_role').$type<Sender['role']>().notNull(),
    senderId: text('sender_id').notNull(),
    senderName: text('sender_name'),
    text: text('text'),
    attachments: text('attachments', { mode: 'json' }).$type<Attachment[]>().notNull(),
    /** Not used. An earlier version indexed it. The sweep clears it. */
    fileNames: text('file_names'),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('messages_room').on(table.ticketId, table.seq),
    uniqueIndex('messages_customer')
      .on(table.ticketId, table.customerSeq)
      .where(sql`${table.customerSeq} is not null`),
    uniqueIndex('messages_once').on(table.ticketId, table.senderRole, table.senderId, table.clientMessageId),
  ],
);

/**
 * The messages that are not indexed: ranges of ids that contain them all, and may contain others. A trigger adds a message
 * whose text or files change. The sweep indexes the newest range first.
 */
export const searchBacklog = sqliteTable(
  'search_backlog',
  { lastId: integer('last_id').notNull(), firstId: integer('first_id').notNull() },
  (table) => [primaryKey({ columns: [table.lastId, table.firstId] })],
);

/** How far each person has read in each room. */
export const roomReads = sqliteTable(
  'room_reads',
  {
    ticketId: text('ticket_id').notNull(),
    role: text('role').notNull(),
    readerId: text('reader_id').notNull(),
    seq: integer('seq').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.role, table.readerId] })],
);
