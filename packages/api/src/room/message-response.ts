import type { Message } from '@chat-ticket/contract';
import type { MessageRow } from '@chat-ticket/storage';
import { withoutEmpty, toSeconds } from '../route/wire.ts';

/** A message on the wire. */
export const toMessage = (row: MessageRow): Message => ({
  seq: row.seq,
  clientMessageId: row.clientMessageId,
  kind: row.kind,
  from: {
    role: row.senderRole,
    id: row.senderId,
    ...withoutEmpty({ name: row.senderName }),
  },
  ...withoutEmpty({ text: row.text }),
  attachments: row.attachments,
  timestamp: toSeconds(row.at),
  timestampMs: row.at,
});
