import { routes } from '@chat-ticket/contract';
import type { Case } from './case.ts';

type TicketIds = { id: string }[];

/** Each agent lists its tickets, one agent after the other. */
export const listTickets: Case = {
  name: 'GET /v1/tickets',
  route: routes.listTickets,
  requests: 4000,
  load: ({ users, assigned }) => ({
    callsOf: (connection, connections) => {
      let next = connection;
      return () => {
        const { id, token } = users.agents[next % users.agents.length]!;
        next += connections;
        return {
          method: 'GET',
          path: '/v1/tickets',
          token,
          status: 200,
          check: (body) => {
            const expected = assigned.get(id)!;
            const listed = body as TicketIds;
            if (listed.length !== expected.size || !listed.every((ticket) => expected.has(ticket.id)))
              throw new Error(`agent ${id} has ${[...expected].join()}, but got ${JSON.stringify(body)}`);
          },
        };
      };
    },
    undo: () => [],
  }),
};
