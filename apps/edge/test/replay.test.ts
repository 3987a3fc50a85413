import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { createClient } from '@chat-ticket/client';
import { describeFailures, parseConversations, replayChats, replayTable } from '@chat-ticket/replay';
import { replaySuite } from '@chat-ticket/replay/suite';
import { issueToken } from '@chat-ticket/testing';
import { describe } from 'vitest';
import { secret } from './start-edge.ts';
import { targetEdge } from './target-edge.ts';

describe('a replay against the desk on wrangler dev', { timeout: 60_000 }, () => {
  const target = targetEdge();

  replaySuite(target, async (file, { plain }) => {
    const { baseUrl } = target;
    const lines: string[] = [];
    const replay = await replayChats(parseConversations(readFileSync(file, 'utf8')), {
      signIn: (claims, options) =>
        createClient({ ...options, baseUrl, token: () => issueToken({ secret, ...claims }) }),
      baseUrl,
      workspace: 'default',
      plain,
      patienceSeconds: 75,
      speed: Infinity,
      print: (line) => void lines.push(stripVTControlCharacters(line)),
      signal: new AbortController().signal,
    });
    return {
      code: 0,
      stdout: [...lines, replayTable(replay.chats)].join('\n'),
      stderr: describeFailures(replay).join('\n'),
    };
  });
});
