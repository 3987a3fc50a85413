import { randomUUID } from 'node:crypto';
import type { Call, Connection } from '../load/call.ts';
import type { Room } from './crowd.ts';
import type { Deliveries } from './deliveries.ts';

const words =
  'Hello, my order was to come at seven. The app says that it was delivered, but nobody was at the door.';

export const messageCall = ({ roomId, token }: Room, text: string): Call => {
  const clientMessageId = randomUUID();
  return {
    method: 'POST',
    path: `/v1/rooms/${roomId}/messages`,
    token,
    body: { clientMessageId, text },
    status: 201,
    check: (body) => {
      const message = body as { clientMessageId: string; text: string };
      if (message.clientMessageId !== clientMessageId || message.text !== text)
        throw new Error(`message ${text} was answered ${JSON.stringify(body)}`);
    },
  };
};

let said = 0;

/** A customer says something new in its room, which so many are to hear. Answers the body of the answer. */
export async function say(
  connection: Connection,
  room: Room,
  listeners: number,
  deliveries: Deliveries,
): Promise<string> {
  const name = String((said += 1)).padStart(8, '0');
  const call = messageCall(room, `${name} ${words}`);
  const sentAt = performance.now();
  deliveries.sent(name, listeners, sentAt);
  const answer = await connection.send(call);
  deliveries.answered(sentAt, performance.now());
  return answer;
}
