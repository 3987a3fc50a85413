import { select } from '../command/statement.ts';
import { lastMessageCustomerSeq } from '../sql/customer-seq.ts';
import { hasTicketOfCustomer } from '../sql/room-access.ts';

/** A room, with its customer and its agent. Times are in ms since 1970. */
export type RoomRow = {
  roomId: string;
  ticketId: string;
  customerId: string;
  customerName: string | null;
  /** The agent of the ticket. It stays after the close. */
  agentId: string | null;
  agentName: string | null;
  agentLeaseUntil: number | null;
  closedAt: number | null;
  /** The number of the last message, or 0. */
  lastSeq: number;
  /** The number that the last message has for customers, or 0. */
  lastCustomerSeq: number;
  /**
   * How far each person has read: a JSON array of `{role, id, seq, customerSeq}`. `customerSeq` is the position for
   * customers, or 0.
   */
  reads: string;
};

const columns = `
    tickets.room_id as "roomId",
    tickets.id as "ticketId",
    tickets.customer_id as "customerId",
    coalesce(
      nullif(tickets.customer_name, ''),
      trim(coalesce(tickets.customer_first_name, '') || ' ' || coalesce(tickets.customer_last_name, ''))
    ) as "customerName",
    tickets.agent_id as "agentId",
    agents.name as "agentName",
    agents.lease_until as "agentLeaseUntil",
    tickets.room_closed_at as "closedAt",
    tickets.last_message_seq as "lastSeq",
    ${lastMessageCustomerSeq} as "lastCustomerSeq",
    (select json_group_array(json_object('role', role, 'id', reader_id, 'seq', seq, 'customerSeq', coalesce((
       select customer_seq from messages
       where ticket_id = tickets.id and seq <= room_reads.seq and customer_seq is not null
       order by seq desc limit 1), 0)))
     from room_reads where ticket_id = tickets.id) as "reads"`;

const ofRoom = `tickets left join agents on agents.id = tickets.agent_id
  where tickets.room_id = :roomId`;

/** The room with the id `:roomId`. No row: it does not exist. */
export const selectRoom = select<{ roomId: string }, RoomRow>`
  select ${columns}
  from ${ofRoom}`;

/** Who reads the room. `reader` null: a caller whose access does not depend on its tickets. */
export type RoomReader = { roomId: string; reader: string | null };

/** A room, and whether its reader has an open ticket of the room’s customer. */
export type ReadRoomRow = RoomRow & { hasTicketOfCustomer: 0 | 1 };

/** The room with the id `:roomId`, for a reader. No row: it does not exist. */
export const selectReadRoom = select<RoomReader, ReadRoomRow>`
  select ${columns},
    ${hasTicketOfCustomer(':reader', 'tickets.customer_id')} as "hasTicketOfCustomer"
  from ${ofRoom}`;
