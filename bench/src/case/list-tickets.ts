import { routes } from '@chat-ticket/contract';
import type { Case } from './case.ts';

type TicketIds = { id: string }[];

/** Every agent in turn lists its tickets. */
export const listTickets: Case = {
  name: 'GET /v1/tickets',
  route: routes.listTickets,
  requests: 4000,
  load: ({ crew, held }) => ({
    callsOf: (connection, connections) => {
      let next = connection;
      return () => {
        const { id, token } = crew.agents[next % crew.agents.length]!;
        next += connections;
        return {
          method: 'GET',
          path: '/v1/tickets',
          token,
          status: 200,
          check: (body) => {
            const own = held.get(id)!;
            const listed = body as TicketIds;
            if (listed.length !== own.size || !listed.every((ticket) => own.has(ticket.id)))
              throw new Error(`agent ${id} has ${[...own].join()}, but got ${JSON.stringify(body)}`);
          },
        };
      };
    },
    undo: () => [],
  }),
};
