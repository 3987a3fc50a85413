import { reasonKey, topicKey } from '@chat-ticket/contract';

/** The fields of a ticket that choose its queue and skills. A missing field is empty or null. */
export type RoutingFields = {
  readonly entityId: string;
  readonly language: string | null;
  readonly ccr: string | null;
};

/** A contact reason as routing compares it: whole, and the part before its first dash. Null: the ticket has none. */
export const reasonKeys = (ccr: string | null): { ccrKey: string | null; topicKey: string | null } => ({
  ccrKey: ccr === null ? null : reasonKey(ccr),
  topicKey: ccr === null ? null : topicKey(ccr),
});
