/**
 * The id of the first queue that takes a ticket with these fields. Each field is an SQL expression.
 *
 * @see packages/domain/src/routing/match-queue.ts `matchQueue`, the same rule in TypeScript
 */
export const matchQueue = (ticket: {
  entityId: string;
  language: string;
  ccrKey: string;
  topicKey: string;
}): string =>
  `(select q.id from queues q
    where (q.entity_ids is null or exists (select 1 from json_each(q.entity_ids) where value = ${ticket.entityId}))
      and (q.languages is null or exists (select 1 from json_each(q.languages) where value = ${ticket.language}))
      and (q.ccrs is null
        or exists (select 1 from json_each(q.ccrs) where value in (${ticket.ccrKey}, ${ticket.topicKey})))
    order by q.position limit 1)`;
