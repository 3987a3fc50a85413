import { isOpen } from './ticket-status.ts';

/**
 * The open tickets after a cursor, in order, for `from`. The cursor is a column of a table with one row: the customer, entity
 * and order of the last ticket, as a JSON array. Null: no ticket is after it. No two open tickets have the same three values,
 * and a unique index has the open tickets in this order.
 */
export const openTicketsAfter = (table: 'settings' | 'service', cursor: string): string => `
    from tickets
    where ${isOpen('tickets')} and (customer_id, entity_id, order_id) > (
      select ${cursor} ->> 0, ${cursor} ->> 1, ${cursor} ->> 2 from ${table})
    order by customer_id, entity_id, order_id`;

/** The value of a cursor before the first ticket. */
export const beforeFirstTicket = `'["","",""]'`;

/** The value of a cursor after `count` further tickets. Null: there are fewer. */
export const cursorAfter = (table: 'settings' | 'service', cursor: string, count: number): string =>
  `(select json_array(customer_id, entity_id, order_id) ${openTicketsAfter(table, cursor)} limit 1 offset ${count - 1})`;
