import { routingSentences } from '@chat-ticket/api';
import { type Consideration, explainRouting, type RuledOut } from '@chat-ticket/domain';
import { getTicketRouting } from '@chat-ticket/storage';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';
import { alignedTable, printable } from '@chat-ticket/text';

export async function why(ticketId: string, { workspace }: { workspace: string }): Promise<void> {
  const now = Date.now();
  const routing = await withWorkspace(parseConfig(process.env), workspace, (send) =>
    send(getTicketRouting, { ticketId, now }),
  );
  if (!routing) throw new Error(`The workspace ${workspace} has no ticket ${ticketId}.`);
  const { considered, reasons } = explainRouting(routing.ticket, routing.agents, now);
  console.log(routingSentences(reasons, now).map(printable).join('\n'));
  if (considered.length > 0)
    console.log(
      `\n${alignedTable(['agent', 'status', 'load', 'ruled out by'], considered.map(cellsOf), new Set(['load']))}`,
    );
}

const cellsOf = (one: Consideration): string[] => [
  one.agent.id,
  one.agent.status,
  `${one.agent.load} of ${one.agent.capacity}`,
  one.ruledOutBy.map((rule) => wordsOf(rule, one)).join(', '),
];

const wordsOf = (rule: RuledOut, { missingSkills }: Consideration): string =>
  rule === 'skills_missing' ? `lacks ${missingSkills.join(' ')}` : rule.replaceAll('_', ' ');
