import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

type Fields = { entityId: SQLWrapper; language: SQLWrapper; ccr: SQLWrapper };

/** What a contact reason is about: what stands before its first ` - `. */
export const topicOf = (ccr: SQLWrapper): SQL =>
  sql`case instr(${ccr}, ' - ') when 0 then ${ccr} else substr(${ccr}, 1, instr(${ccr}, ' - ') - 1) end`;

/** The id of the first queue that takes a ticket, as the domain’s `matchQueue` has it. */
export const matchQueue = ({ entityId, language, ccr }: Fields): SQL =>
  sql`(select q.id from queues q where
    (q.entity_ids is null or exists (select 1 from json_each(q.entity_ids) where value = ${entityId}))
    and (q.languages is null or exists (select 1 from json_each(q.languages) where value = ${language}))
    and (q.ccrs is null or exists (select 1 from json_each(q.ccrs) where value in (${ccr}, ${topicOf(ccr)})))
    order by q.position limit 1)`;
