import { ConfigError } from '@chat-ticket/api';
import {
  type Conversation,
  describeFailures,
  isReplayFailure,
  parseConversations,
  replayAgents,
  replayChats,
  type ReplayFailure,
  replayTable,
} from '@chat-ticket/replay';
import { createSignIn } from '../config/create-sign-in.ts';
import { type Config, isLoopback, parseConfig } from '../config/parse-config.ts';
import { tokenIssuer } from '../config/token-issuer.ts';
import { serverUrl } from '../server/listen.ts';
import { readText } from './read-text.ts';

const print = (line: string) => console.log(line);

export async function replay(
  file: string,
  options: { url?: string; workspace: string; plain?: true; patience: number; speed: number },
): Promise<void> {
  const config = parseConfig(process.env);
  const { url = serverUrl(config), workspace, plain = false, patience: patienceSeconds, speed } = options;
  const conversations = readConversations(file);
  const signIn = createSignIn(tokenIssuer(requireSecretFor(url, config)), { baseUrl: url });

  const stopping = new AbortController();
  // `once`: a second Ctrl-C ends the process at once.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  const { signal } = stopping;
  const run = { signIn, baseUrl: url, workspace, plain, patienceSeconds, speed, print, signal };
  const replayed = await replayChats(conversations, run).catch((error: unknown) => {
    throw isReplayFailure(error) ? new Error(hint(url, error), { cause: error }) : error;
  });
  const { chats } = replayed;
  if (chats.length > 0) print(replayTable(chats));
  for (const line of describeFailures(replayed)) console.error(line);
  if (signal.aborted)
    throw new Error(
      `Stopped after ${chats.length} of ${conversations.length} chats. ${replayAgents.join(' and ')} are offline.`,
    );
  const failed = chats.filter(({ differences, status }) => status !== 'CLOSED' || differences.length > 0);
  if (failed.length > 0) throw new Error(`Failed chats: ${failed.length} of ${chats.length}.`);
}

function readConversations(file: string): Conversation[] {
  const text = readText(file);
  try {
    return parseConversations(text);
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}

/** Throws `ConfigError` for a remote desk without AUTH_SECRET: it does not know the local secret of this machine. */
function requireSecretFor(url: string, config: Config): Config {
  if (config.isLocal && !isLoopback(new URL(url).hostname))
    throw new ConfigError(`AUTH_SECRET is not set. Set it to the secret of the desk at ${url}.`);
  return config;
}

function hint(url: string, { code, detail }: ReplayFailure): string {
  if (code === 'network_error' || code === 'timeout')
    return `No desk answers at ${url}. Start one with \`chat-ticket serve\`, or set --url.`;
  if (code === 'token_invalid')
    return `The desk at ${url} does not accept the replay’s tokens. Set AUTH_SECRET (and DATA_DIR, AUTH_ISSUER, AUTH_AUDIENCE) to the values of the desk.`;
  return `${url} responded with ${code}: ${detail}`;
}
