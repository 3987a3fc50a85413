import type { LogLine } from '@chat-ticket/api';
import type { Agent } from '@chat-ticket/contract';
import { hasEvents, send } from '@chat-ticket/storage';
import { createSignIn, type SignIn } from '../config/create-sign-in.ts';
import { tokenIssuer } from '../config/token-issuer.ts';
import type { Config } from '../config/parse-config.ts';
import { openDesk } from '../server/open-desk.ts';
import { keepAttending } from './attend-demo.ts';
import { demoAgents } from './demo-agents.ts';
import { createDemoDesk } from './create-demo-desk.ts';

/** How long the printed token is valid, in hours. */
export const tokenHours = 8;

export type Demo = {
  /** Whether this start created the demo desk. */
  isNew: boolean;
  /** The current records of the demo agents, at least one. */
  agents: readonly [Agent, ...Agent[]];
  /** A token of the first agent. */
  token: string;
  /** Acts for the agents until `close`. */
  attend(): void;
  /** Stops that, and closes the demo’s own desk. */
  close(): Promise<void>;
};

/**
 * Creates the demo desk in an empty database. Resolves to undefined when the database has other agents. The calls for
 * the demo go through a desk of their own, because their log lines would hide what `serve` prints and what callers do.
 */
export async function prepareDemo(config: Config, log: (line: LogLine) => void): Promise<Demo | undefined> {
  const desk = await openDesk(config, (line) => {
    if (line.level === 'error') log(line);
  });
  let demo: Demo | undefined;
  try {
    const issueToken = tokenIssuer(config);
    const signIn = createSignIn(issueToken, {
      baseUrl: 'http://desk.invalid',
      fetch: (url, init) => desk.app.request(url, init),
    });
    const database = await desk.databases.open('default');
    const isNew = database !== undefined && !(await send(database, hasEvents, {}));
    if (isNew) await createDemoDesk(signIn);
    const [first, ...others] = await existingAgents(signIn);
    if (!first) return undefined;
    const token = await issueToken({ sub: first.id, role: 'agent' }, tokenHours * 3600);
    const attendance = new AbortController();
    let attending = Promise.resolve();
    demo = {
      isNew,
      agents: [first, ...others],
      token,
      attend: () => {
        attending = keepAttending(signIn, attendance.signal);
      },
      close: async () => {
        attendance.abort();
        await attending;
        await desk.close();
      },
    };
    return demo;
  } finally {
    if (!demo) await desk.close();
  }
}

async function existingAgents(signIn: SignIn): Promise<Agent[]> {
  const backend = signIn({ sub: 'demo', role: 'service' });
  const responses = await Promise.all(demoAgents.map(({ id }) => backend.getAgent({ agentID: id })));
  return responses.flatMap((response) => (response.ok ? [response.data] : []));
}
