import { routes } from '@chat-ticket/contract';
import type { Call } from '../load/call.ts';
import type { Agent } from '../users.ts';
import type { Case } from './case.ts';

/** Sets the status of an agent, which also renews its lease. */
export const statusCall = ({ id, token }: Agent, status: string): Call => ({
  method: 'PUT',
  path: '/v1/status',
  token,
  body: { status },
  status: 200,
  check: (body) => {
    const agent = body as { id: string; status: string };
    if (agent.id !== id || agent.status !== status)
      throw new Error(`agent ${id} did not become ${status}: ${JSON.stringify(body)}`);
  },
});

/** Each connection sets different agents busy and then online, so that every call changes a status. */
export const setStatus: Case = {
  name: 'PUT /v1/status',
  route: routes.setStatus,
  requests: 2000,
  load: ({ users }) => ({
    callsOf: (connection, connections) => {
      const agents = users.agents.filter((_, i) => i % connections === connection);
      let sent = 0;
      return () => {
        const status = Math.floor(sent / agents.length) % 2 === 0 ? 'busy' : 'online';
        return statusCall(agents[sent++ % agents.length]!, status);
      };
    },
    undo: () => [],
  }),
};
