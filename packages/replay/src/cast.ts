import { type Client, createClient, unwrap } from '@chat-ticket/client';
import type { SignIn } from './sign-in.ts';

/** Who acts at the desk: a backend, two agents of the replay’s own, and whoever else gets a chat. */
export type Cast = {
  readonly backend: Client;
  readonly ownAgents: readonly string[];
  agent(id: string): Client;
  /** The customer of a room, by a token that the desk gives out for it. */
  customer(roomID: string): Promise<Client>;
  /** Brings the replay’s own agents online, and keeps them so though they miss what else they are offered. */
  enter(): Promise<void>;
  /** Sends them offline. Answers how many open chats they gave back, and how many they can’t. */
  leave(): Promise<{ givenBack: number; kept: number }>;
};

export const replayAgents = ['replay-agent-1', 'replay-agent-2'] as const;

// What waits at the desk already comes first, so they have as much room as a record may give.
const capacity = 100;

// Through a restart of the desk, some ten seconds.
const retries = 8;

/** Signs the cast in and makes the records of the replay’s own agents. Throws `ChatTicketError`. */
export async function createCast(options: {
  signIn: SignIn;
  baseUrl: string;
  workspace: string;
}): Promise<Cast> {
  const { baseUrl, signIn, workspace } = options;
  const service = { sub: 'replay', role: 'service', workspace } as const;
  const backend = signIn(service, { retries });
  const agent = (sub: string) => signIn({ sub, role: 'agent', workspace }, { retries });
  const each = async (act: (id: string) => Promise<unknown>) => {
    for (const id of replayAgents) await act(id);
  };
  const load = async () => {
    const records = await Promise.all(replayAgents.map((agentID) => backend.getAgent({ agentID })));
    return records.reduce((sum, record) => sum + unwrap(record).load, 0);
  };

  // Whether there is a desk at all is said soon.
  const impatient = signIn(service);
  await each(async (agentID) =>
    unwrap(
      await impatient.putAgent({
        agentID,
        email: `${agentID}@replay.example`,
        name: 'Replay',
        capacity,
      }),
    ),
  );
  return {
    backend,
    ownAgents: replayAgents,
    agent,
    customer: async (roomID) => {
      const { token } = unwrap(await backend.createRoomToken({ roomID }));
      return createClient({ baseUrl, token, retries });
    },
    enter: () => each(async (id) => unwrap(await agent(id).setOnline())),
    leave: async () => {
      // Both, before one gives back what the other would get.
      await each(async (id) => unwrap(await agent(id).setOffline()));
      const before = await load();
      await each(async (agentID) => unwrap(await backend.drainAgent({ agentID, picked: 'requeue' })));
      const kept = await load();
      return { givenBack: before - kept, kept };
    },
  };
}
