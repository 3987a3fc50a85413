import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { events, messages, tickets } from '../schema.ts';
import { statement } from '../statement.ts';

// A patch leaves out what is null.
const data = sql`json_patch('{}', json_object(
  'roomId', ${tickets.roomId}, 'seq', ${messages.seq}, 'clientMessageId', ${messages.clientMessageId}, 'kind', ${messages.kind},
  'from', json_object('role', ${messages.senderRole}, 'id', ${messages.senderId}, 'name', ${messages.senderName}),
  'text', ${messages.text}, 'attachments', json(${messages.attachments}), 'timestampMs', ${messages.at}))`;

/** An event for each message of this command in the tickets that `which` picks out. */
export const appendPosted = <P extends CommandParams>(
  which: (p: { readonly [Name in keyof P]: SQL }) => SQL,
) =>
  statement<P>(
    (p) => sql`
      insert into ${events} (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
      select 'message.posted', ${messages.at}, ${p.changeId}, ${tickets.id}, ${tickets.id}, ${tickets.agentId},
        ${p.actorRole}, ${p.actorId}, ${data}
      from ${tickets} join ${messages} on ${messages.ticketId} = ${tickets.id} and ${messages.changeId} = ${p.changeId}
        and ${messages.seq} between ${tickets.lastMessageSeq} and ${tickets.lastMessageSeq} + 1
      where ${which(p)}
      on conflict (change_id, type, subject_id) do nothing`,
  );
