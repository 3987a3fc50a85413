import { styleText } from 'node:util';
import type { Client } from '@chat-ticket/client';
import type { LiveEvent } from '@chat-ticket/contract';
import { printable } from '@chat-ticket/text';
import { lineOfEvent } from './line-of-event.ts';
import type { Conversation } from './parse-conversations.ts';
import { reasonOf } from './ticket-of.ts';
import { waitUntil } from './wait-until.ts';

/** Tells what happens to a chat as the desk tells it, line by line. */
export type Narrator = {
  /** A chat begins. */
  begin(conversation: Conversation): void;
  /** This is its ticket. */
  follow(ticketId: string): void;
  /** Says something besides. */
  tell(text: string): void;
  /** Waits until the desk has told of its end. */
  sawItClosed(): Promise<void>;
  close(): void;
};

const whoWidth = 18;

/** Follows the whole desk on a live connection of its own. Throws `NotSeen` when none comes about. */
export async function openNarrator(
  backend: Client,
  { print, signal }: { print: (line: string) => void; signal: AbortSignal | undefined },
): Promise<Narrator> {
  let chat: { customer: string; ticketId?: string; startedAt: number; isClosed: boolean } | undefined;
  // The desk may tell of a ticket before it answers that it has been made.
  let early: LiveEvent[] = [];
  let wasLive = false;

  const line = (who: string, text: string) => {
    const seconds = (performance.now() - (chat?.startedAt ?? 0)) / 1000;
    const told = `${`+${seconds.toFixed(2)} s`.padStart(10)}  ${printable(who).padEnd(whoWidth)}  ${printable(text)}`;
    print(who === 'desk' || who === 'replay' ? styleText('dim', told) : told);
  };
  const take = (event: LiveEvent) => {
    if (!chat) return;
    if (chat.ticketId === undefined) early.push(event);
    else if ('ticketId' in event.data && event.data.ticketId === chat.ticketId) {
      const told = lineOfEvent(event, chat.customer);
      if (told) line(told.who, told.text);
      if (event.type === 'ticket.closed') chat.isClosed = true;
    }
  };
  const live = backend.live({
    onEvent: take,
    onReset: () => {},
    onState: (state) => {
      if (state === 'waiting' && wasLive) line('replay', 'the connection is lost; it goes on where it was');
      wasLive = state === 'live';
    },
  });
  const narrator: Narrator = {
    begin: ({ convo_id, original, scenario }) => {
      const { customer_name: customer } = scenario.personal;
      const { order_id: order } = scenario.order;
      early = [];
      chat = { customer, startedAt: performance.now(), isClosed: false };
      const facts = [customer, reasonOf(scenario), ...(order ? [`order ${order}`] : [])];
      const head = `chat ${convo_id}: ${facts.join(', ')}, ${original.length} turns`;
      print(styleText('bold', printable(head)));
    },
    follow: (ticketId) => {
      if (chat) chat.ticketId = ticketId;
      early.splice(0).forEach(take);
    },
    tell: (text) => line('replay', text),
    sawItClosed: () =>
      waitUntil(() => chat?.isClosed === true, 'the desk did not tell that the chat was closed', signal),
    close: () => live.close(),
  };
  try {
    await waitUntil(() => live.seq !== undefined, 'the replay got no live connection', signal);
    return narrator;
  } catch (error) {
    narrator.close();
    throw error;
  }
}
