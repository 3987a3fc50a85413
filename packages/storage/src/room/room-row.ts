import { type SQL, sql } from 'drizzle-orm';
import { agents, tickets } from '../schema.ts';
import { build, reader } from '../statement.ts';

const ofAgent = (column: 'name' | 'lease_until') =>
  sql`(select ${sql.raw(column)} from ${agents} where ${agents.id} = ${tickets.agentId})`;

const roomFields = {
  roomId: tickets.roomId,
  ticketId: tickets.id,
  customerId: tickets.customerId,
  customerName: sql<
    string | null
  >`coalesce(nullif(${tickets.customerName}, ''), trim(coalesce(${tickets.customerFirstName}, '') || ' ' || coalesce(${tickets.customerLastName}, '')))`,
  agentId: tickets.agentId,
  agentName: ofAgent('name') as SQL<string | null>,
  agentLeaseUntil: ofAgent('lease_until') as SQL<number | null>,
  closedAt: tickets.roomClosedAt,
  lastSeq: tickets.lastMessageSeq,
  /** JSON array of `{role, id, seq}`. */
  reads: sql<string>`(select json_group_array(json_object('role', role, 'id', reader_id, 'seq', seq))
    from room_reads where ticket_id = ${tickets.id})`,
};

export type RoomRow = {
  roomId: string;
  ticketId: string;
  customerId: string;
  customerName: string | null;
  agentId: string | null;
  agentName: string | null;
  agentLeaseUntil: number | null;
  closedAt: number | null;
  lastSeq: number;
  reads: string;
};

export type InRoomParams = { roomId: string };

export const selectRoom = reader<InRoomParams>()(roomFields, (p, fields) =>
  build
    .select(fields)
    .from(tickets)
    .where(sql`${tickets.roomId} = ${p.roomId}`),
);

/** The part of a guard that every write in a room has. */
export const isEntered = (p: { roomId: SQL; owner: SQL }): SQL =>
  sql`${tickets.roomId} = ${p.roomId} and (${p.owner} is null or ${tickets.agentId} = ${p.owner})`;
