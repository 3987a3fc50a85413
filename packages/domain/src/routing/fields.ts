import { reasonKey, topicKey } from '@chat-ticket/contract';

/** The fields of a ticket that choose its queue and skills. A missing field is empty or null. */
export type RoutingFields = {
  readonly entityId: string;
  readonly language: string | null;
  readonly ccr: string | null;
  /** The values of custom fields as routing compares them: `fieldKeys`. Left out: none. */
  readonly fieldKeys?: FieldKeys;
};

/** The values of custom fields as texts, by the id of the field. */
export type FieldKeys = Readonly<Record<string, string>>;

/** The values of custom fields as routing compares them: as texts. Null stays null, for a value that is removed. */
export const fieldKeys = <Value extends string | number | null>(
  fields: Readonly<Record<string, Value>>,
): Record<string, string | Extract<Value, null>> =>
  Object.fromEntries(
    Object.entries(fields).map(([id, value]) => [id, value === null ? value : String(value)]),
  ) as Record<string, string | Extract<Value, null>>;

/** A contact reason as routing compares it: whole, and the part before its first dash. Null: the ticket has none. */
export const reasonKeys = (ccr: string | null): { ccrKey: string | null; topicKey: string | null } => ({
  ccrKey: ccr === null ? null : reasonKey(ccr),
  topicKey: ccr === null ? null : topicKey(ccr),
});
