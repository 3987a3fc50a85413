import type { LogLine } from '@chat-ticket/api';
import type { Agent } from '@chat-ticket/contract';
import { hasEvents, send } from '@chat-ticket/storage';
import { createSignIn, type SignIn } from '../config/create-sign-in.ts';
import { tokenIssuer } from '../config/token-issuer.ts';
import type { Config } from '../config/parse-config.ts';
import { openDesk } from '../server/open-desk.ts';
import { demoAgents } from './demo-agents.ts';
import { makeDemoDesk } from './make-demo-desk.ts';

export const tokenHours = 8;

export type Demo = {
  isNew: boolean;
  /** The demo’s agents as they are now; one at least. */
  agents: readonly [Agent, ...Agent[]];
  /** The first agent’s. */
  token: string;
};

/** Makes the demo desk on an empty database. Undefined where there is another desk already. */
export async function prepareDemo(config: Config, log: (entry: LogLine) => void): Promise<Demo | undefined> {
  // Its requests are nobody’s, and would bury what the terminal shows at the start.
  const desk = await openDesk(config, (entry) => {
    if (entry.level === 'error') log(entry);
  });
  try {
    const issueToken = tokenIssuer(config);
    const signIn = createSignIn(issueToken, {
      baseUrl: 'http://desk.invalid',
      fetch: (url, init) => desk.app.request(url, init),
    });
    const database = await desk.databases.open('default');
    const isNew = database !== undefined && !(await send(database, hasEvents, {}));
    if (isNew) await makeDemoDesk(signIn);
    const [first, ...others] = await presentAgents(signIn);
    if (!first) return undefined;
    const token = await issueToken({ sub: first.id, role: 'agent' }, tokenHours * 3600);
    return { isNew, agents: [first, ...others], token };
  } finally {
    await desk.close();
  }
}

async function presentAgents(signIn: SignIn): Promise<Agent[]> {
  const backend = signIn({ sub: 'demo', role: 'service' });
  const answers = await Promise.all(demoAgents.map(({ id }) => backend.getAgent({ agentID: id })));
  return answers.flatMap((answer) => (answer.ok ? [answer.data] : []));
}
