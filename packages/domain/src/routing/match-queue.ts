import { type QueueSetting, reasonKey } from '@chat-ticket/contract';
import { reasonKeys, type RoutingFields } from './fields.ts';

/**
 * The first queue that takes the ticket. The last queue takes every ticket.
 *
 * This is the specification. What runs is SQL.
 * @see packages/storage/src/sql/match-queue.ts `matchQueue`, the same rule as SQL
 */
export const matchQueue = (queues: readonly QueueSetting[], fields: RoutingFields): QueueSetting =>
  queues.find((queue) => isTaken(queue, fields)) ?? queues.at(-1)!;

function isTaken(
  { takes }: QueueSetting,
  { entityId, language, ccr, fieldKeys = {} }: RoutingFields,
): boolean {
  const { entityIds, languages, ccrs, fields = {} } = takes ?? {};
  const { ccrKey, topicKey } = reasonKeys(ccr);
  return (
    (!entityIds || entityIds.includes(entityId)) &&
    (!languages || (language !== null && languages.includes(language))) &&
    (!ccrs || ccrs.map(reasonKey).some((key) => key === ccrKey || key === topicKey)) &&
    Object.entries(fields).every(
      ([id, values]) => Object.hasOwn(fieldKeys, id) && values.includes(fieldKeys[id]!),
    )
  );
}
