import type { InferSelectModel } from 'drizzle-orm';
import { messages } from '../schema.ts';

/** The columns of a `MessageRow`. */
export const messageColumns = {
  seq: messages.seq,
  customerSeq: messages.customerSeq,
  clientMessageId: messages.clientMessageId,
  kind: messages.kind,
  senderRole: messages.senderRole,
  senderId: messages.senderId,
  senderName: messages.senderName,
  text: messages.text,
  attachments: messages.attachments,
  at: messages.at,
  changeId: messages.changeId,
};

/** A message as it is stored. `at` is in ms since 1970. */
export type MessageRow = Pick<InferSelectModel<typeof messages>, keyof typeof messageColumns>;
