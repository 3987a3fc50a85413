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
  /** A JSON object. */
  fieldKeys: string;
}): string =>
  `(select q.id from queues q
    where (q.entity_ids is null or exists (select 1 from json_each(q.entity_ids) where value = ${ticket.entityId}))
      and (q.languages is null or exists (select 1 from json_each(q.languages) where value = ${ticket.language}))
      and (q.ccrs is null
        or exists (select 1 from json_each(q.ccrs) where value in (${ticket.ccrKey}, ${ticket.topicKey})))
      and (q.fields is null or not exists (
        select 1 from json_each(q.fields) taken
        where not exists (
          select 1 from json_each(${ticket.fieldKeys}) own join json_each(taken.value) one on one.value = own.value
          where own.key = taken.key)))
    order by q.position limit 1)`;
