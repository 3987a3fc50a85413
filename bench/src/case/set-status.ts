import { routes } from '@chat-ticket/contract';
import type { CrewMember } from '../crew.ts';
import type { Call } from '../load/call.ts';
import type { Case } from './case.ts';

/** Sets the status of an agent, which also renews its lease. */
export const statusCall = ({ id, token }: CrewMember, status: string): Call => ({
  method: 'PUT',
  path: '/v1/status',
  token,
  body: { status },
  status: 200,
  check: (body) => {
    const answer = body as { id: string; status: string };
    if (answer.id !== id || answer.status !== status)
      throw new Error(`agent ${id} was to be ${status}, but got ${JSON.stringify(body)}`);
  },
});

/** Each connection has agents of its own and makes them busy, then online, so that every call is a change. */
export const setStatus: Case = {
  name: 'PUT /v1/status',
  route: routes.setStatus,
  requests: 2000,
  load: ({ crew }) => ({
    callsOf: (connection, connections) => {
      const own = crew.agents.filter((_, i) => i % connections === connection);
      let sent = 0;
      return () => {
        const status = Math.floor(sent / own.length) % 2 === 0 ? 'busy' : 'online';
        return statusCall(own[sent++ % own.length]!, status);
      };
    },
    undo: () => [],
  }),
};
