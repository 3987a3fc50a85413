import { command } from '../command/command.ts';
import { one, select, statement } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { isOpen } from '../sql/ticket-status.ts';
import { appendChange } from '../steps/append-events.ts';
import {
  matchesChange,
  selectChanged,
  type TicketChange,
  type TicketChangeOutcome,
} from './ticket-change.ts';

type Params = TicketChange & {
  add: readonly string[];
  remove: readonly string[];
  /** How many tags the ticket can have. */
  maxTags: number;
};

/** The tags that the ticket would have: a JSON array. */
const changedTags = `(
      select json_group_array(tag) from (
        select value as tag from json_each(tickets.tags) where value not in (select value from json_each(:remove))
        union select value from json_each(:add)
        order by tag))`;

/** The tags to set that the caller cannot set, because the settings do not list them. Agents have an owner. */
const unlisted = `(
      select value from json_each(:add)
      where :owner is not null and value not in (select value from json_each((select agent_tags from settings)))
        and (select agent_tags from settings) is not null)`;

// An agent cannot change a closed ticket.
const change = statement<Params>`
  update tickets set tags = ${changedTags}, updated_at = :now, change_id = :changeId
  where ${matchesChange} and (:owner is null or ${isOpen('tickets')})
    and tags <> ${changedTags} and json_array_length(${changedTags}) <= :maxTags
    and not exists ${unlisted}`;

const insertRows = statement<Params>`
  insert into ticket_tags (ticket_id, tag, created_at)
  select tickets.id, tag.value, tickets.created_at from tickets, json_each(tickets.tags) tag
  where tickets.id = :ticketId and tickets.change_id = :changeId
  on conflict do nothing`;

const deleteRows = statement<Params>`
  delete from ticket_tags
  where ticket_id = :ticketId and tag in (select value from json_each(:remove))
    and exists (select 1 from tickets where id = :ticketId and change_id = :changeId)`;

const selectUnlisted = select<Params, { tag: string }>`select value as "tag" from ${unlisted}`;

/** Sets and removes tags of a ticket. */
export const changeTags = command({
  steps: [
    change,
    insertRows,
    deleteRows,
    appendChange<Params>('ticket.tags_changed', { data: { tags: 'json(tickets.tags)' } }),
  ],
  answer: {
    changed: selectChanged('ticket.tags_changed'),
    ticket: one(selectTicket),
    unlisted: selectUnlisted,
  },
  outcome: ({ changed, ticket, unlisted: tags }): TicketChangeOutcome & { unlisted: string[] } => ({
    outcome: changed ? 'done' : 'unchanged',
    ticket,
    unlisted: tags.map(({ tag }) => tag),
  }),
});
