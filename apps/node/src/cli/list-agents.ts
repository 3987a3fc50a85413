import { readAgentPage } from '@chat-ticket/api';
import type { ListedAgent } from '@chat-ticket/contract';
import { alignedTable } from '@chat-ticket/text';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { firstItems, printList } from './list.ts';

type Options = {
  status?: string;
  connected?: true;
  skill?: string;
  queue?: string;
  archived?: true;
  limit: number;
  json?: true;
  workspace: string;
};

export async function listAgents(text: string | undefined, options: Options): Promise<void> {
  const { status, connected, skill, queue, archived = false, limit, json = false, workspace } = options;
  const filter = { text, status, isConnected: connected, skill, queueId: queue };
  const now = Date.now();
  const agents = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    firstItems(limit, async (page) => {
      const { agents: items, nextCursor } = await readAgentPage(send, now, {
        ...page,
        filter,
        isArchived: archived,
      });
      return { items, nextCursor };
    }),
  );
  printList(agents, { json, nouns: 'agents', table });
}

const table = (agents: readonly ListedAgent[]): string =>
  alignedTable(
    ['id', 'name', 'status', 'connected', 'load', 'queues', 'skills', 'last login'],
    agents.map((agent) => [
      agent.id,
      agent.name ?? '',
      agent.status,
      agent.isConnected ? 'yes' : 'no',
      `${agent.load} of ${agent.capacity}`,
      agent.queueIds.join(' '),
      agent.skills.join(' '),
      agent.lastLoginTime ?? '',
    ]),
    new Set(['load']),
  );
