import { createClient, unwrap, type ClientOptions } from '@chat-ticket/client';
import { Settings, type SettingsInput } from '@chat-ticket/contract';
import * as v from 'valibot';

// The code over which the test hovers.
const options: ClientOptions = { baseUrl: 'https://desk.example', timeoutMs: 3_000 };
const client = createClient(options);

export async function createTicket() {
  const result = await client.createTicket({
    customer: { id: 'c-1', firstName: 'Hugo' },
    metadata: { orderId: 'o-1' },
    idempotencyKey: 'chat-1',
  });
  if (result.ok) return result.data.metadata.assignedTimestamp;
  return result.error.code;
}

export const pick = (ticketID: string) => client.setPickedTime({ ticketID });

export async function saveSettings() {
  const input: SettingsInput = { queues: [{ id: 'default', pickTimeoutSeconds: 45 }] };
  const saved = unwrap(await client.putSettings(input));
  return [saved.settings.queues, v.parse(Settings, input).strategy];
}

export const follow = () =>
  client.live({
    onReset: () => {},
    onEvent: (event) => {
      if (event.type === 'message.posted') console.log(event.data.timestampMs);
    },
    resumeFrom: 17,
  });
