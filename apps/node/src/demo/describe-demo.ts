import { type Agent, routes } from '@chat-ticket/contract';
import { demoChats } from './demo-chats.ts';
import { type Demo, tokenHours } from './prepare-demo.ts';

/** What a person sees of the demo desk at the start: who is there, and a call to try. */
export function describeDemo({ agents, isNew, token }: Demo, url: string): string {
  const [first] = agents;
  const made = isNew
    ? `, made just now with ${demoChats.length} chats, ${waiting(agents)} of them waiting`
    : '';
  return [
    `  Demo desk       ${agents.length} agents${made}`,
    ...agents.map(
      ({ name = '', id, status, load, capacity }) =>
        `    ${`${name} (${id})`.padEnd(22)} ${status.padEnd(8)} ${load} of ${capacity} chats`,
    ),
    '',
    `The chats of ${first.name ?? first.id}; the token is good for ${tokenHours} hours:`,
    '',
    `curl -s ${url}${routes.listTickets.path} -H 'Authorization: Bearer ${token}'`,
    '',
  ].join('\n');
}

const waiting = (agents: readonly Agent[]) =>
  demoChats.length - agents.reduce((sum, { load }) => sum + load, 0);
