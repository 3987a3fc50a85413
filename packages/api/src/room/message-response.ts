import type { Message } from '@chat-ticket/contract';
import { type Principal, seesNotes } from '@chat-ticket/domain';
import type { MessageRow } from '@chat-ticket/storage';
import { withoutEmpty, toSeconds } from '../route/wire.ts';

/** A message on the wire. A customer gets only messages that have a number for customers. */
export const toMessage = ({ role }: Principal, row: MessageRow): Message => ({
  seq: seesNotes(role) ? row.seq : row.customerSeq!,
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
