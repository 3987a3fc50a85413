import type { Message } from '@chat-ticket/contract';
import type { MessageRow } from '@chat-ticket/storage';

export const toMessage = (row: MessageRow): Message => ({
  seq: row.seq,
  clientMessageId: row.clientMessageId,
  kind: row.kind as Message['kind'],
  from: {
    role: row.senderRole as Message['from']['role'],
    id: row.senderId,
    ...(row.senderName === null ? {} : { name: row.senderName }),
  },
  ...(row.text === null ? {} : { text: row.text }),
  attachments: JSON.parse(row.attachments) as Message['attachments'],
  timestamp: Math.floor(row.at / 1000),
  timestampMs: row.at,
});
