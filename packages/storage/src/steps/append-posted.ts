import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { nextCustomerSeqOfMessage } from '../sql/customer-seq.ts';

/**
 * Writes an event for each message that this command has posted, in each ticket that `where` finds. It works before and
 * after the UPDATE that counts the message in `last_message_seq`.
 */
export const appendPosted = <P extends CommandContext & Bindable<P>>(
  where: string,
): Statement<P> => statement<P>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, customer_seq, customer_message_seq, data)
  select 'message.posted', messages.at, :changeId, tickets.id, tickets.id, tickets.agent_id, :actorRole, :actorId,
    ${nextCustomerSeqOfMessage}, messages.customer_seq,
    -- json_patch leaves out the members that are null.
    json_patch('{}', json_object(
      'roomId', tickets.room_id, 'seq', messages.seq, 'clientMessageId', messages.client_message_id,
      'kind', messages.kind,
      'from', json_object('role', messages.sender_role, 'id', messages.sender_id, 'name', messages.sender_name),
      'text', messages.text, 'attachments', json(messages.attachments), 'timestampMs', messages.at))
  from tickets join messages on messages.ticket_id = tickets.id and messages.change_id = :changeId
    and messages.seq between tickets.last_message_seq and tickets.last_message_seq + 1
  where ${where}
  on conflict (change_id, type, subject_id) do nothing`;
