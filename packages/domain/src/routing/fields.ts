/** What a ticket’s way through the desk is decided by. Empty or null where it has none. */
export type RoutingFields = {
  readonly entityId: string;
  readonly language: string | null;
  readonly ccr: string | null;
};

/** What a contact reason is about: what stands before its first ` - `, as in `delivery - wrong address`. */
export const topicOf = (ccr: string): string => ccr.split(' - ', 1)[0]!;
