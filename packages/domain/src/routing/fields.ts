/** The fields of a ticket that choose its queue and skills. A missing field is empty or null. */
export type RoutingFields = {
  readonly entityId: string;
  readonly language: string | null;
  readonly ccr: string | null;
};

/**
 * The topic of a contact reason: the text before its first ` - `, a hyphen between spaces. The topic of
 * `delivery - wrong address` is `delivery`.
 * @see packages/storage/src/sql/match-queue.ts `topicOf`, the same rule as SQL
 */
export const topicOf = (ccr: string): string => ccr.split(' - ', 1)[0]!;
