import { randomUUID } from 'node:crypto';
import { type Crew, sign } from '../crew.ts';
import type { FloorRoom, FloorRooms } from '../floor/live-message.ts';
import { intakeCall, type TicketGiven } from '../case/intake.ts';
import { statusCall } from '../case/set-status.ts';
import { sendAll } from '../load/send-all.ts';
import type { Side } from './side.ts';

/** The most that the desk allows. */
const capacity = 100;

/** A room with its two: the agent, and the customer whose token it is. */
export type Room = FloorRoom & { token: string };

export const customerToken = (roomId: string): Promise<string> =>
  sign(`customer-${roomId}`, { role: 'customer', room: roomId });

export const createSupervisors = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => sign(`supervisor-${i}`, { role: 'supervisor' })));

/** Rooms on the desk, evenly over its agents, whose listeners are there and keep their leases. */
export async function fillRooms({ connections }: Side, crew: Crew, count: number): Promise<Room[]> {
  const [first] = connections;
  // Nobody picks these tickets, and they are not to wander.
  const settings = { queues: [{ id: 'default', pickTimeoutSeconds: 86_400 }] };
  await first!.send(put('/v1/settings', crew.service, settings));
  await sendAll(
    connections,
    crew.agents.map(({ id, email, name }) =>
      put(`/v1/agents/${id}`, crew.service, { email, name, capacity }),
    ),
  );
  await sendAll(
    connections,
    crew.agents.map((agent) => statusCall(agent, 'online')),
  );
  const given: TicketGiven[] = [];
  await sendAll(
    connections,
    Array.from({ length: count }, () => intakeCall(crew.service, (ticket) => given.push(ticket))),
  );
  return Promise.all(
    given.map(async ({ id, agentId, metadata: { roomId } }) => ({
      roomId,
      ticketId: id,
      agentId,
      token: await customerToken(roomId),
    })),
  );
}

/** Tells the floor of the rooms that the desk has, and how far its log has got. */
export const tellRooms = async (
  { connections }: Side,
  crew: Crew,
  rooms: readonly Room[],
  position: number,
): Promise<void> => {
  const told: FloorRooms = {
    position,
    rooms: rooms.map(({ roomId, ticketId, agentId }) => ({ roomId, ticketId, agentId })),
  };
  await connections[0]!.send(put('/v1/rooms', crew.service, told));
};

const put = (path: string, token: string, body: object) => ({
  method: 'PUT' as const,
  path,
  token,
  body,
  status: 200,
  check: () => {},
});

/** Tokens of as many customers in rooms that there are not: enough to be connected and idle. */
export const idleTokens = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => customerToken(randomUUID())));
