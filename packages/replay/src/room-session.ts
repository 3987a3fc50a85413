import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, unwrap } from '@chat-ticket/client';
import type { Message } from '@chat-ticket/contract';
import type { Assignee } from './find-assignee.ts';
import type { Conversation } from './parse-conversations.ts';
import type { Participants } from './participants.ts';
import { openRoomListener, type RoomListener } from './room-listener.ts';
import { findDifference, listAllMessages, toTranscriptMessage } from './transcript.ts';
import { turnPauseMs } from './turn-pause.ts';

/** The participants of one room. */
export type RoomSession = {
  /** Adds the agent that now has the chat. The previous agent leaves the room. */
  join(assignee: Assignee): Promise<void>;
  /** Sends the turns from `start` up to, not including, `end`. Skips turns that an earlier run has sent. */
  sendTurns(start: number, end: number): Promise<void>;
  /** Compares what each participant has received with the database. */
  checkTranscripts(): Promise<TranscriptCheck>;
  close(): void;
};

/** The result of a comparison of transcripts. */
export type TranscriptCheck = {
  /** Says that all transcripts are the same. It applies when there is no difference. */
  sentence: string;
  /** A sentence for each participant whose transcript differs. */
  differences: string[];
};

type Party = { name: string; client: Client; listener: RoomListener; leftAfterSeq?: number };

/** Connects the customer to the room, with a token that the desk issues for it. */
export async function openRoomSession(
  participants: Participants,
  { convo_id: convoId, original: turns }: Conversation,
  roomID: string,
  { speed, signal }: { speed: number; signal: AbortSignal | undefined },
): Promise<RoomSession> {
  const connect = async (name: string, client: Client): Promise<Party> => ({
    name,
    client,
    listener: await openRoomListener(client, roomID, name, signal),
  });
  const earlierMessages = await listAllMessages(participants.backend, roomID);
  const customer = await connect('the customer', await participants.customer(roomID));
  const agents: Party[] = [];
  const sentBefore = new Set(earlierMessages.map(({ clientMessageId }) => clientMessageId));
  // A customer has its own numbers, which do not count notes.
  let lastSeq = lastNumbers(earlierMessages);
  const waitForAll = async () => {
    await customer.listener.waitForMessage(lastSeq.forCustomer);
    await agents.at(-1)?.listener.waitForMessage(lastSeq.forAgents);
  };

  return {
    join: async ({ agent, agentId }) => {
      const previous = agents.at(-1);
      if (previous) previous.leftAfterSeq = previous.listener.messages().at(-1)?.seq ?? 0;
      previous?.listener.close();
      agents.push(await connect(agentId, agent));
    },

    sendTurns: async (start, end) => {
      for (let n = start; n < end; n++) {
        const [speaker, text] = turns[n]!;
        const clientMessageId = `replay-${convoId}-${n + 1}`;
        if (sentBefore.has(clientMessageId)) continue;
        const isCustomer = speaker === 'customer';
        const { client, listener } = isCustomer ? customer : agents.at(-1)!;
        await listener.waitForMessage(isCustomer ? lastSeq.forCustomer : lastSeq.forAgents);
        await sleep(turnPauseMs(text, speed), undefined, { signal });
        const kind = speaker === 'action' ? 'note' : 'message';
        const { seq } = unwrap(await client.sendMessage({ roomID, clientMessageId, kind, text }));
        lastSeq = isCustomer
          ? { forAgents: lastSeq.forAgents + 1, forCustomer: seq }
          : { forAgents: seq, forCustomer: lastSeq.forCustomer + (kind === 'note' ? 0 : 1) };
      }
      await waitForAll();
    },

    checkTranscripts: async () => {
      const database = await listAllMessages(participants.backend, roomID);
      lastSeq = lastNumbers(database);
      await waitForAll();
      const differences = [customer, ...agents].flatMap(({ leftAfterSeq = Infinity, listener, name }) => {
        const expected =
          name === customer.name
            ? withoutNotes(database).map((message, index) => toTranscriptMessage(message, index + 1))
            : database
                .filter(({ seq }) => seq <= leftAfterSeq)
                .map((message) => toTranscriptMessage(message));
        const difference = findDifference(listener.messages(), expected);
        return difference
          ? [`the transcript of ${name} differs from the one in the database: ${difference}`]
          : [];
      });
      const notes = database.length - withoutNotes(database).length;
      return { differences, sentence: describeTranscripts(agents, database.length - notes, notes) };
    },

    close: () => {
      for (const { listener } of [customer, ...agents]) listener.close();
    },
  };
}

const withoutNotes = (messages: readonly Message[]) => messages.filter(({ kind }) => kind !== 'note');

/** The number of the last message of a room. */
const lastNumbers = (messages: readonly Message[]) => ({
  forAgents: messages.at(-1)?.seq ?? 0,
  forCustomer: withoutNotes(messages).length,
});

function describeTranscripts(agents: readonly Party[], messages: number, notes: number): string {
  const names = agents.map(({ leftAfterSeq, name }) =>
    leftAfterSeq === undefined ? name : `${name} (until the transfer)`,
  );
  const hidden = notes > 0 ? ` and ${count(notes, 'note')} (hidden from the customer)` : '';
  return `the customer, ${names.join(', ')} and the database have the same transcript: ${count(messages, 'message')}${hidden}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
