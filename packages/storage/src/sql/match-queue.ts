/**
 * The topic of a contact reason: the part before its first ` - `, or all of it. `ccr` is an SQL expression.
 *
 * @see packages/domain/src/routing/fields.ts `topicOf`, the same rule in TypeScript
 */
export const topicOf = (ccr: string): string =>
  `case instr(${ccr}, ' - ') when 0 then ${ccr} else substr(${ccr}, 1, instr(${ccr}, ' - ') - 1) end`;

/**
 * The id of the first queue that takes a ticket with these fields. Each field is an SQL expression.
 *
 * @see packages/domain/src/routing/match-queue.ts `matchQueue`, the same rule in TypeScript
 */
export const matchQueue = (ticket: { entityId: string; language: string; ccr: string }): string =>
  `(select q.id from queues q
    where (q.entity_ids is null or exists (select 1 from json_each(q.entity_ids) where value = ${ticket.entityId}))
      and (q.languages is null or exists (select 1 from json_each(q.languages) where value = ${ticket.language}))
      and (q.ccrs is null
        or exists (select 1 from json_each(q.ccrs) where value in (${ticket.ccr}, ${topicOf(ticket.ccr)})))
    order by q.position limit 1)`;
