import type { AgentPage, Routes } from '@chat-ticket/contract';
import { type AgentFilter, matchesAgent, servesQueue } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { placeText, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

/** How many agents a page looks at, at most. */
const maxExamined = 500;

const Place = v.strictTuple([placeText, placeText]);

/** The page of the list of agents to read. Null: the first page. */
export type AgentPageRequest = {
  readonly filter: AgentFilter;
  readonly isArchived: boolean;
  readonly limit: number;
  readonly cursor: string | null;
};

export const listAgents: Handler<Routes['listAgents']> = async ({ context, send, query }) => {
  const { limit = 50, cursor = null, isArchived = false, ...filter } = query;
  const body = await readAgentPage(send, context.now, { filter, isArchived, limit, cursor });
  return { status: 200, body };
};

/** Reads a page of the list of agents. Throws `parameter_invalid` for a cursor that is not of the list. */
export async function readAgentPage(
  send: storage.Send,
  now: number,
  { filter, isArchived, limit, cursor }: AgentPageRequest,
): Promise<AgentPage> {
  const place = readCursor(Place, cursor);
  // Without a filter every agent is in the page. The additional one shows whether more follow.
  const hasFilter = Object.values(filter).some((value) => value !== undefined);
  const examined = hasFilter ? maxExamined : limit + 1;
  const { agents, queues } = await send(storage.listAgents[isArchived ? 'archived' : 'present'], {
    after: place && { sortName: place[0], id: place[1] },
    limit: examined,
  });

  const rules = queues.map((queue) => ({ id: queue.id, serves: servesQueue(queue) }));
  const matches = agents.flatMap((row) => {
    const queueIds = rules.flatMap(({ id, serves }) => (serves(row.skills) ? [id] : []));
    const agent = { ...toAgent(row, now), queueIds };
    return matchesAgent(filter, { ...row, ...agent, email: row.email, name: row.name })
      ? [{ row, agent }]
      : [];
  });
  const page = matches.slice(0, limit);
  const lastExamined = agents.length === examined ? agents.at(-1) : undefined;
  const last = matches.length > limit ? page.at(-1)?.row : lastExamined;
  return {
    agents: page.map(({ agent }) => agent),
    ...(last && { nextCursor: writeCursor([last.sortName, last.id]) }),
  };
}
