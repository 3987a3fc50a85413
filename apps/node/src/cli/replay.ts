import { ConfigError } from '@chat-ticket/api';
import { readText } from './read-text.ts';
import {
  type Conversation,
  describeProblems,
  isProblem,
  parseConversations,
  type Problem,
  replayAgents,
  replayChats,
  replayTable,
} from '@chat-ticket/replay';
import { createSignIn } from '../config/create-sign-in.ts';
import { tokenIssuer } from '../config/token-issuer.ts';
import { type Config, isLoopback, parseConfig } from '../config/parse-config.ts';
import { serverUrl } from '../server/listen.ts';

const print = (line: string) => console.log(line);

export async function replay(
  file: string,
  options: { url?: string; workspace: string; plain?: true; patience: number; speed: number },
): Promise<void> {
  const config = parseConfig(process.env);
  const { url = serverUrl(config), workspace, plain = false, patience: patienceSeconds, speed } = options;
  const conversations = readConversations(file);
  const signIn = createSignIn(tokenIssuer(ownSecretFor(url, config)), { baseUrl: url });

  const stopping = new AbortController();
  // Once: a second Ctrl-C ends it at once.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  const { signal } = stopping;
  const run = { signIn, baseUrl: url, workspace, plain, patienceSeconds, speed, print, signal };
  const played = await replayChats(conversations, run).catch((error: unknown) => {
    throw isProblem(error) ? new Error(hint(url, error), { cause: error }) : error;
  });
  const { chats } = played;
  if (chats.length > 0) print(replayTable(chats));
  for (const line of describeProblems(played)) console.error(line);
  if (signal.aborted)
    throw new Error(
      `stopped after ${chats.length} of ${conversations.length} chats; ${replayAgents.join(' and ')} are offline`,
    );
  const bad = chats.filter(({ differences, status }) => status !== 'CLOSED' || differences.length > 0);
  if (bad.length > 0)
    throw new Error(`chats that did not come to a good end: ${bad.length} of ${chats.length}`);
}

function readConversations(file: string): Conversation[] {
  const text = readText(file);
  try {
    return parseConversations(text);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

/** A secret that was made on this machine is no use at another one’s desk. */
function ownSecretFor(url: string, config: Config): Config {
  if (config.isLocal && !isLoopback(new URL(url).hostname))
    throw new ConfigError(`AUTH_SECRET must be set to that of the desk on ${url}`);
  return config;
}

function hint(url: string, { code, detail }: Problem): string {
  if (code === 'network_error' || code === 'timeout')
    return `no desk answers on ${url}: start one with \`chat-ticket serve\`, or name it with --url`;
  if (code === 'token_invalid')
    return `the desk on ${url} does not take our tokens: set AUTH_SECRET (and DATA_DIR, AUTH_ISSUER, AUTH_AUDIENCE) as it has them`;
  return `${url} answered ${code}: ${detail}`;
}
