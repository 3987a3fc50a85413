import type { Attachment, MessageKind, Sender } from '@chat-ticket/contract';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The messages in the room of a ticket. Rows are never changed. Triggers keep the full-text index. */
export const messages = sqliteTable(
  'messages',
  {
    /** The full-text index needs a number. */
    id: integer('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** 1, 2, 3 and so on in each room. */
    seq: integer('seq').notNull(),
    clientMessageId: text('client_message_id').notNull(),
    kind: text('kind').$type<MessageKind>().notNull(),
    senderRole: text('sender_role').$type<Sender['role']>().notNull(),
    senderId: text('sender_id').notNull(),
    senderName: text('sender_name'),
    text: text('text'),
    attachments: text('attachments', { mode: 'json' }).$type<Attachment[]>().notNull(),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('messages_room').on(table.ticketId, table.seq),
    uniqueIndex('messages_once').on(table.ticketId, table.senderRole, table.senderId, table.clientMessageId),
  ],
);

/** How far each person has read in the room of a ticket. */
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
