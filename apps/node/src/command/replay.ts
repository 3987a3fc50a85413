import { ConfigError } from '@chat-ticket/api';
import { ChatTicketError } from '@chat-ticket/client';
import { createSignIn } from '../auth/create-sign-in.ts';
import { createSigner } from '../auth/create-signer.ts';
import { type Config, isLoopback, parseConfig } from '../config/parse-config.ts';
import { type Conversation, parseConversations } from '../replay/parse-conversations.ts';
import { replayAgents } from '../replay/cast.ts';
import { replayChats } from '../replay/replay-chats.ts';
import { replayTable } from '../replay/replay-table.ts';
import { serverUrl } from '../server/listen.ts';
import { readText } from './read-text.ts';

export async function replay(
  file: string,
  options: { url?: string; workspace: string; plain?: true; patience: number },
): Promise<void> {
  const config = parseConfig(process.env);
  const { url = serverUrl(config), workspace, plain = false, patience: patienceSeconds } = options;
  const conversations = readConversations(file);
  const signIn = createSignIn(createSigner(ownSecretFor(url, config)), { baseUrl: url });

  const run = { signIn, workspace, plain, patienceSeconds };
  const { chats, givenBack, kept } = await replayChats(conversations, run).catch((error: unknown) => {
    throw error instanceof ChatTicketError ? new Error(hint(url, error), { cause: error }) : error;
  });
  console.log(replayTable(chats));
  const names = replayAgents.join(' and ');
  if (givenBack > 0)
    console.error(`${names} are offline again; other chats that they gave back: ${givenBack}`);
  if (kept > 0) console.error(`${names} are offline again; chats in wrap-up that they keep: ${kept}`);
  for (const { conversation, problem } of chats)
    if (problem) console.error(`chat ${conversation.convo_id}: ${problem.detail}`);
  const open = chats.filter(({ status }) => status !== 'CLOSED').length;
  if (open > 0) throw new Error(`chats that were not closed: ${open} of ${chats.length}`);
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

function hint(url: string, { code, detail }: ChatTicketError): string {
  if (code === 'network_error' || code === 'timeout')
    return `no desk answers on ${url}: start one with \`chat-ticket serve\`, or name it with --url`;
  if (code === 'token_invalid')
    return `the desk on ${url} does not take our tokens: set AUTH_SECRET (and DATA_DIR, AUTH_ISSUER, AUTH_AUDIENCE) as it has them`;
  return `${url} answered ${code}: ${detail}`;
}
