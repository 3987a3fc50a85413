import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, unwrap } from '@chat-ticket/client';
import type { Cast } from './cast.ts';
import type { Holder } from './find-holder.ts';
import { type Ear, openEar } from './open-ear.ts';
import type { Conversation } from './parse-conversations.ts';
import { differenceOf, readRoom, saidOf } from './transcript.ts';
import { turnPauseMs } from './turn-pause.ts';

/** What is said in a room, and who hears it. */
export type Talk = {
  /** This agent has the chat from now on; who had it leaves the room. */
  join(holder: Holder): Promise<void>;
  /** Plays the turns from one to before another. Those that an earlier run has played are left out. */
  say(start: number, end: number): Promise<void>;
  /** Holds what each has seen against the database. */
  compare(): Promise<Verdict>;
  close(): void;
};

/** What a comparison of the transcripts found, in sentences; none about differences: all are the same. */
export type Verdict = { sentence: string; differences: string[] };

type Party = { who: string; client: Client; ear: Ear; leftAfter?: number };

/** Brings the customer into the room, on a token that the desk gives out for it. */
export async function openTalk(
  cast: Cast,
  { convo_id: convoId, original: turns }: Conversation,
  roomID: string,
  { speed, signal }: { speed: number; signal: AbortSignal | undefined },
): Promise<Talk> {
  const enter = async (who: string, client: Client): Promise<Party> => ({
    who,
    client,
    ear: await openEar(client, roomID, who, signal),
  });
  const before = await readRoom(cast.backend, roomID);
  const customer = await enter('the customer', await cast.customer(roomID));
  const agents: Party[] = [];
  const playedBefore = new Set(before.map(({ clientMessageId }) => clientMessageId));
  const last = { forAgents: 0, forCustomer: 0 };
  const note = ({ kind, seq }: { kind: string; seq: number }) => {
    last.forAgents = seq;
    if (kind !== 'note') last.forCustomer = seq;
  };
  before.forEach(note);
  const hearAll = async () => {
    await customer.ear.hears(last.forCustomer);
    await agents.at(-1)?.ear.hears(last.forAgents);
  };

  return {
    join: async ({ agent, agentId }) => {
      const former = agents.at(-1);
      if (former) former.leftAfter = last.forAgents;
      former?.ear.close();
      agents.push(await enter(agentId, agent));
    },

    say: async (start, end) => {
      for (let n = start; n < end; n++) {
        const [speaker, text] = turns[n]!;
        const clientMessageId = `replay-${convoId}-${n + 1}`;
        if (playedBefore.has(clientMessageId)) continue;
        const isCustomer = speaker === 'customer';
        const { client, ear } = isCustomer ? customer : agents.at(-1)!;
        await ear.hears(isCustomer ? last.forCustomer : last.forAgents);
        await sleep(turnPauseMs(text, speed), undefined, { signal });
        const kind = speaker === 'action' ? 'note' : 'message';
        note(unwrap(await client.sendMessage({ roomID, clientMessageId, kind, text })));
      }
      await hearAll();
    },

    compare: async () => {
      const database = await readRoom(cast.backend, roomID);
      database.forEach(note);
      await hearAll();
      const differences = [customer, ...agents].flatMap(({ ear, leftAfter = Infinity, who }) => {
        const itsOwn = database.filter(
          ({ kind, seq }) => seq <= leftAfter && (who !== customer.who || kind !== 'note'),
        );
        const difference = differenceOf(ear.heard(), itsOwn.map(saidOf));
        return difference ? [`${who} saw another transcript than the database has: ${difference}`] : [];
      });
      const notes = database.filter(({ kind }) => kind === 'note').length;
      return { differences, sentence: sentenceOf(agents, database.length - notes, notes) };
    },

    close: () => {
      for (const { ear } of [customer, ...agents]) ear.close();
    },
  };
}

function sentenceOf(agents: readonly Party[], messages: number, notes: number): string {
  const names = agents.map(({ leftAfter, who }) => (leftAfter === undefined ? who : `${who} until it left`));
  const hidden = notes > 0 ? `, and ${count(notes, 'note')} that the customer was not shown` : '';
  return `the customer, ${names.join(', ')} and the database have the same transcript: ${count(messages, 'message')}${hidden}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
