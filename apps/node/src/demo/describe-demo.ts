import { type Agent, routes } from '@chat-ticket/contract';
import { demoChats } from './demo-chats.ts';
import { type Demo, tokenHours } from './prepare-demo.ts';

/** The text that `serve` prints about the demo desk: its agents, and a call to try. */
export function describeDemo({ agents, isNew, token }: Demo, url: string): string {
  const [first] = agents;
  const created = isNew
    ? `, created with ${demoChats.length} tickets, ${waiting(agents)} of them waiting`
    : '';
  return [
    `  Demo desk       ${agents.length} agents${created}`,
    ...agents.map(
      ({ name = '', id, status, load, capacity }) =>
        `    ${`${name} (${id})`.padEnd(22)} ${status.padEnd(8)} ${load} of ${capacity} tickets`,
    ),
    '',
    `List the tickets of ${first.name ?? first.id} (the token expires in ${tokenHours} hours):`,
    '',
    `curl -s ${url}${routes.listTickets.path} -H 'Authorization: Bearer ${token}'`,
    '',
  ].join('\n');
}

const waiting = (agents: readonly Agent[]) =>
  demoChats.length - agents.reduce((sum, { load }) => sum + load, 0);
