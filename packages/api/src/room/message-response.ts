import type { Message } from '@chat-ticket/contract';
import type { MessageRow } from '@chat-ticket/storage';
import { present, seconds } from '../wire.ts';

export const toMessage = (row: MessageRow): Message => ({
  seq: row.seq,
  clientMessageId: row.clientMessageId,
  kind: row.kind as Message['kind'],
  from: {
    role: row.senderRole as Message['from']['role'],
    id: row.senderId,
    ...present({ name: row.senderName }),
  },
  ...present({ text: row.text }),
  attachments: JSON.parse(row.attachments) as Message['attachments'],
  timestamp: seconds(row.at),
  timestampMs: row.at,
});
