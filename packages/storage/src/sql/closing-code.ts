/**
 * Whether the ticket can get the closing code: one of the settings for its queue that is not archived, or the one that
 * it has already.
 */
export const allowsClosingCode = (code: string): string => `(tickets.closing_code = ${code} or exists (
      select 1 from closing_codes code
      where code.id = ${code} and ${isAllowedCode('code')}))`;

/** Whether the closing code is not archived and belongs to the queue of `tickets`. */
export const isAllowedCode = (code: string): string => `${code}.is_archived = 0 and (
        ${code}.queue_ids is null or exists (select 1 from json_each(${code}.queue_ids) where value = tickets.queue_id))`;

/** Whether the ticket may be closed by a person or a service when its closing code is `code`. */
export const hasRequiredCode = (code: string): string => `(${code} is not null or not exists (
      select 1 from queues where id = tickets.queue_id and requires_closing_code = 1))`;

/** How the ticket ended, as the data of an event. */
export const closingData = {
  closingCode: 'tickets.closing_code',
  closingNote: 'tickets.closing_note',
} as const;
