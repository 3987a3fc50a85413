import type { Routes } from '@chat-ticket/contract';
import { matchesAgent, servesQueue } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { placeText, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

/** How many agents a page looks at, at most. */
const maxExamined = 500;

const Place = v.strictTuple([placeText, placeText]);

export const listAgents: Handler<Routes['listAgents']> = async ({ context, send, query }) => {
  const { limit = 50, cursor, ...filter } = query;
  const place = readCursor(Place, cursor);
  // Without a filter every agent is in the page. The additional one shows whether more follow.
  const examined = Object.keys(filter).length === 0 ? limit + 1 : maxExamined;
  const { agents, queues } = await send(storage.listAgents, {
    after: place && { sortName: place[0], id: place[1] },
    limit: examined,
  });

  const rules = queues.map((queue) => ({ id: queue.id, serves: servesQueue(queue) }));
  const matches = agents.flatMap((row) => {
    const queueIds = rules.flatMap(({ id, serves }) => (serves(row.skills) ? [id] : []));
    const agent = { ...toAgent(row, context.now), queueIds };
    return matchesAgent(filter, { ...row, ...agent, email: row.email, name: row.name })
      ? [{ row, agent }]
      : [];
  });
  const page = matches.slice(0, limit);
  const last =
    matches.length > limit ? page.at(-1)?.row : agents.length === examined ? agents.at(-1) : undefined;
  return {
    status: 200,
    body: {
      agents: page.map(({ agent }) => agent),
      ...(last && { nextCursor: writeCursor([last.sortName, last.id]) }),
    },
  };
};
