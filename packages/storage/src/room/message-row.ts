import { messages } from '../schema.ts';

export const messageFields = {
  seq: messages.seq,
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

export type MessageRow = {
  seq: number;
  clientMessageId: string;
  kind: string;
  senderRole: string;
  senderId: string;
  senderName: string | null;
  text: string | null;
  /** JSON array. */
  attachments: string;
  at: number;
  changeId: string;
};
