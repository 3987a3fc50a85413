import type { Message, SendMessageParam } from '@chat-ticket/contract';
import type { TestClient } from '../../test-client.ts';

/** The body of a new message. */
export const newMessage = (changes: Partial<SendMessageParam> = {}) => ({
  clientMessageId: crypto.randomUUID(),
  text: 'hello',
  ...changes,
});

/** Sends a new message and returns it as the desk stored it. */
export const send = (
  client: TestClient,
  params: { roomID: string },
  changes: Partial<SendMessageParam> = {},
): Promise<Message> => client.ok('sendMessage', 201, { params, json: newMessage(changes) });
