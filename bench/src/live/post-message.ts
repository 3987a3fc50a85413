import { randomUUID } from 'node:crypto';
import type { Call, Connection } from '../load/call.ts';
import type { Deliveries } from './deliveries.ts';
import type { Room } from './rooms.ts';

const words =
  'Hello, my order was due at seven. The app says that it was delivered, but there was no one at the door.';

const messageCall = ({ roomId, customerToken }: Room, text: string): Call => {
  const clientMessageId = randomUUID();
  return {
    method: 'POST',
    path: `/v1/rooms/${roomId}/messages`,
    token: customerToken,
    body: { clientMessageId, text },
    status: 201,
    check: (body) => {
      const message = body as { clientMessageId: string; text: string };
      if (message.clientMessageId !== clientMessageId || message.text !== text)
        throw new Error(`the response to message ${text} is ${JSON.stringify(body)}`);
    },
  };
};

let posted = 0;

/** A customer sends a new message to its room, which has so many listeners. Returns the body of the response. */
export async function postMessage(
  connection: Connection,
  room: Room,
  listeners: number,
  deliveries: Deliveries,
): Promise<string> {
  const number = String((posted += 1)).padStart(8, '0');
  const call = messageCall(room, `${number} ${words}`);
  const sentAt = performance.now();
  deliveries.sent(number, listeners, sentAt);
  const response = await connection.send(call);
  deliveries.responded(sentAt, performance.now());
  return response;
}
