import { isHeld } from './ticket-status.ts';

/** The condition of every write in a room: its id and its owner. `:owner` null: the caller may write in every room. */
export const canWriteInRoom = `tickets.room_id = :roomId and (:owner is null or tickets.agent_id = :owner)`;

/** Whether the agent has an open ticket of the customer. It then reads the customer’s other chats too. Both are SQL expressions. */
export const hasTicketOfCustomer = (agentId: string, customerId: string): string => `exists (
    select 1 from tickets held where held.agent_id = ${agentId} and held.customer_id = ${customerId} and ${isHeld('held')})`;
