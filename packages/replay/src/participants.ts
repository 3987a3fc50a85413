import { type Client, createClient, unwrap } from '@chat-ticket/client';
import type { SignIn } from './sign-in.ts';

/** The clients that play the roles of a replay. */
export type Participants = {
  /** Acts as a service. */
  readonly backend: Client;
  /** The agent ids of the replay. */
  readonly replayAgents: readonly string[];
  /** Acts as this agent, which may also be an agent of the desk. */
  agent(agentId: string): Client;
  /** Acts as the customer of a room, with a token that the desk issues for that room. */
  customer(roomID: string): Promise<Client>;
  /**
   * Sets the replay’s agents online. The desk sets an agent `away` after two missed offers, so a replay repeats
   * this while it waits.
   */
  setOnline(): Promise<void>;
  /** Sets the replay’s agents offline and drains them. Returns how many open chats they returned and kept. */
  setOffline(): Promise<{ returnedChats: number; keptChats: number }>;
};

/** The agent ids of the replay. */
export const replayAgents = ['replay-agent-1', 'replay-agent-2'] as const;

// The maximum of an agent record: chats that already wait at the desk are assigned before those of the replay.
const capacity = 100;

// About 10 s of retries, which covers a restart of the desk.
const retries = 8;

/** Creates the clients, and the records of the replay’s agents. Throws `ChatTicketError`. */
export async function createParticipants(options: {
  signIn: SignIn;
  baseUrl: string;
  workspace: string;
}): Promise<Participants> {
  const { baseUrl, signIn, workspace } = options;
  const service = { sub: 'replay', role: 'service', workspace } as const;
  const backend = signIn(service, { retries });
  const agent = (sub: string) => signIn({ sub, role: 'agent', workspace }, { retries });
  const forEachAgent = async (act: (agentID: string) => Promise<unknown>) => {
    for (const agentID of replayAgents) await act(agentID);
  };
  const totalLoad = async () => {
    const records = await Promise.all(replayAgents.map((agentID) => backend.getAgent({ agentID })));
    return records.reduce((sum, record) => sum + unwrap(record).load, 0);
  };

  // With the default retries, so that a desk that does not run is reported within seconds.
  const quickBackend = signIn(service);
  await forEachAgent(async (agentID) =>
    unwrap(
      await quickBackend.putAgent({
        agentID,
        email: `${agentID}@replay.example`,
        name: 'Replay',
        capacity,
      }),
    ),
  );
  return {
    backend,
    replayAgents,
    agent,
    customer: async (roomID) => {
      const { token } = unwrap(await backend.createRoomToken({ roomID }));
      return createClient({ baseUrl, token, retries });
    },
    setOnline: () => forEachAgent(async (agentID) => unwrap(await agent(agentID).setOnline())),
    setOffline: async () => {
      // Both go offline before the drain: otherwise one agent would receive the chats that the other returns.
      await forEachAgent(async (agentID) => unwrap(await agent(agentID).setOffline()));
      const loadBefore = await totalLoad();
      await forEachAgent(async (agentID) => unwrap(await backend.drainAgent({ agentID, picked: 'requeue' })));
      const keptChats = await totalLoad();
      return { returnedChats: loadBefore - keptChats, keptChats };
    },
  };
}
