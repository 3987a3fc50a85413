import { type Client, createClient, type Failure, type Success, unwrap } from '@chat-ticket/client';
import { type ChaosDesk, issueToken } from '@chat-ticket/testing';

type Result<Value> = Success<number, Value> | Failure;

const messagesPerChat = 3;

export type KillSize = { workers: number; kills: number; chatsPerKill: number };

/** What the desk acknowledged for one chat. */
export type AcknowledgedChat = {
  ticketId: string;
  roomId: string;
  agentId: string;
  pickedTimestamp: number;
  texts: string[];
};

/** How often a request was sent again because it got no response. */
export type Repeats = { count: number };

/** Sends the same request until the desk acknowledges it. */
async function untilAcknowledged<Value>(
  call: () => Promise<Result<Value>>,
  repeats: Repeats,
): Promise<Value> {
  for (;;) {
    const result = await call();
    if (result.ok) return result.data;
    if (result.status > 0 && result.status < 500) return unwrap(result);
    repeats.count += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const clientOf = async ({ baseUrl, secret }: ChaosDesk, role: 'agent' | 'service', sub: string) =>
  createClient({ baseUrl, token: await issueToken({ secret, role, sub }), retries: 0, timeoutMs: 5_000 });

/** Saves an agent who gets the chats of the entity with its id. */
async function prepareAgent(desk: ChaosDesk, service: Client, agentId: string) {
  const record = { email: `${agentId}@desk.example`, name: agentId, skills: [`entity:${agentId}`] };
  unwrap(await service.putAgent({ agentID: agentId, ...record }));
  return { service, agent: await clientOf(desk, 'agent', agentId), agentId };
}

/** Works on one chat from its creation to its end. */
async function workOnChat(
  { service, agent, agentId }: Awaited<ReturnType<typeof prepareAgent>>,
  customerId: string,
  repeats: Repeats,
): Promise<AcknowledgedChat> {
  const acknowledged = <Value>(call: () => Promise<Result<Value>>) => untilAcknowledged(call, repeats);
  await acknowledged(() => agent.setOnline());
  const ticket = await acknowledged(() =>
    service.createTicket({
      customer: { id: customerId },
      metadata: { entityId: agentId },
      idempotencyKey: customerId,
    }),
  );
  const picked = await acknowledged(() => agent.setPickedTime({ ticketID: ticket.id }));
  const texts = Array.from({ length: messagesPerChat }, (_, n) => `${customerId}-${n}`);
  const { roomId } = ticket.metadata;
  for (const text of texts)
    await acknowledged(() => agent.sendMessage({ roomID: roomId, clientMessageId: text, text }));
  await acknowledged(() => agent.closeTicket({ ticketID: ticket.id }));
  return { ticketId: ticket.id, roomId, agentId, pickedTimestamp: picked.metadata.pickedTimestamp!, texts };
}

/**
 * Workers create, pick, write and close chats while the desk is killed at random moments. Returns what the desk
 * acknowledged. Each worker has its own agent.
 */
export async function workUntilKilled(
  desk: ChaosDesk,
  { workers, kills, chatsPerKill }: KillSize,
  random: () => number,
) {
  const service = await clientOf(desk, 'service', 'kill');
  unwrap(await service.putSettings({ queues: [{ id: 'default', needs: ['entity:{entityId}'] }] }));
  const agents = await Promise.all(
    Array.from({ length: workers }, (_, n) => prepareAgent(desk, service, `agent-${n}`)),
  );
  const chats: AcknowledgedChat[] = [];
  const repeats: Repeats = { count: 0 };
  const total = kills * chatsPerKill;
  let started = 0;
  const work = async (people: Awaited<ReturnType<typeof prepareAgent>>) => {
    while (started < total) chats.push(await workOnChat(people, `customer-${started++}`, repeats));
  };
  const kill = async () => {
    for (let killed = 0; killed < kills; killed++) {
      while (chats.length < killed * chatsPerKill) await new Promise((resolve) => setTimeout(resolve, 2));
      await new Promise((resolve) => setTimeout(resolve, random() * 60));
      await desk.killAndRestart();
    }
  };
  await Promise.all([kill(), ...agents.map((people) => work(people))]);
  return { service, chats, repeats: repeats.count };
}
