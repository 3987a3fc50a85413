import { randomUUID } from 'node:crypto';
import type { BaselineRoom, BaselineRooms } from '../baseline/live-message.ts';
import { type AssignedTicket, createTicketCall } from '../case/create-ticket.ts';
import { statusCall } from '../case/set-status.ts';
import { sendAll } from '../load/send-all.ts';
import { sign, type Users } from '../users.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/** The maximum of the desk. */
const capacity = 100;

/** A room with its agent, and the token of its customer. */
export type Room = BaselineRoom & { customerToken: string };

const createCustomerToken = (roomId: string): Promise<string> =>
  sign(`customer-${roomId}`, { role: 'customer', room: roomId });

export const createSupervisorTokens = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => sign(`supervisor-${i}`, { role: 'supervisor' })));

/** Creates rooms on the desk, evenly over its agents. Their live connections renew their leases. */
export async function createRooms(
  { connections }: ServerUnderTest,
  users: Users,
  count: number,
): Promise<Room[]> {
  const [first] = connections;
  // The tickets are never picked. With the default timeout they would move to other agents.
  const settings = {
    queues: [{ id: 'default', pickTimeoutSeconds: 86_400 }],
    // A customer of the measurement sends more than a person can.
    limits: { messagesPerPersonPerMinute: 1_000_000, messagesPerRoomPerMinute: 1_000_000 },
  };
  await first!.send(put('/v1/settings', users.serviceToken, settings));
  await sendAll(
    connections,
    users.agents.map(({ id, email, name }) =>
      put(`/v1/agents/${id}`, users.serviceToken, { email, name, capacity }),
    ),
  );
  await sendAll(
    connections,
    users.agents.map((agent) => statusCall(agent, 'online')),
  );
  const tickets: AssignedTicket[] = [];
  await sendAll(
    connections,
    Array.from({ length: count }, () =>
      createTicketCall(users.serviceToken, (ticket) => tickets.push(ticket)),
    ),
  );
  return Promise.all(
    tickets.map(async ({ id, agentId, metadata: { roomId } }) => ({
      roomId,
      ticketId: id,
      agentId,
      customerToken: await createCustomerToken(roomId),
    })),
  );
}

/** Sends the desk’s rooms and its last `seq` to the baseline. */
export const sendRooms = async (
  { connections }: ServerUnderTest,
  users: Users,
  rooms: readonly Room[],
  position: number,
): Promise<void> => {
  const body: BaselineRooms = {
    position,
    rooms: rooms.map(({ roomId, ticketId, agentId }) => ({ roomId, ticketId, agentId })),
  };
  await connections[0]!.send(put('/v1/rooms', users.serviceToken, body));
};

const put = (path: string, token: string, body: object) => ({
  method: 'PUT' as const,
  path,
  token,
  body,
  status: 200,
  check: () => {},
});

/** Creates tokens of customers for rooms that do not exist. Their connections stay idle. */
export const createIdleTokens = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => createCustomerToken(randomUUID())));
