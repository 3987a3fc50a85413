import { styleText } from 'node:util';
import type { Client } from '@chat-ticket/client';
import type { LiveEvent } from '@chat-ticket/contract';
import { printable } from '@chat-ticket/text';
import { describeEvent } from './describe-event.ts';
import type { Conversation } from './parse-conversations.ts';
import { contactReason } from './ticket-params.ts';
import { waitUntil } from './wait-until.ts';

/** Prints the events of one chat at a time, a line each, as the desk publishes them. */
export type EventPrinter = {
  /** Prints the heading of a chat, and prints the chat’s events from now on. */
  startChat(conversation: Conversation): void;
  /** Sets the ticket whose events are printed. */
  setTicket(ticketId: string): void;
  /** Prints a line of the replay itself. */
  print(text: string): void;
  /** Waits until the desk has published that the ticket is closed. */
  waitForClose(): Promise<void>;
  close(): void;
};

const speakerWidth = 18;

/** Follows the desk on its own live connection. Throws `ObservationTimeout` when it gets no connection. */
export async function openEventPrinter(
  backend: Client,
  { print, signal }: { print: (line: string) => void; signal: AbortSignal | undefined },
): Promise<EventPrinter> {
  let chat: { customer: string; ticketId?: string; startedAt: number; isClosed: boolean } | undefined;
  // Events can arrive before the response that contains the ticket’s id.
  let earlyEvents: LiveEvent[] = [];
  let wasLive = false;

  const printLine = (speaker: string, text: string) => {
    const seconds = (performance.now() - (chat?.startedAt ?? 0)) / 1000;
    const line = `${`+${seconds.toFixed(2)} s`.padStart(10)}  ${printable(speaker).padEnd(speakerWidth)}  ${printable(text)}`;
    print(speaker === 'desk' || speaker === 'replay' ? styleText('dim', line) : line);
  };
  const onEvent = (event: LiveEvent) => {
    if (!chat) return;
    if (chat.ticketId === undefined) earlyEvents.push(event);
    else if ('ticketId' in event.data && event.data.ticketId === chat.ticketId) {
      const line = describeEvent(event, chat.customer);
      if (line) printLine(line.speaker, line.text);
      if (event.type === 'ticket.closed') chat.isClosed = true;
    }
  };
  const live = backend.live({
    onEvent,
    onReset: () => {},
    onState: (state, interruption) => {
      if (state === 'waiting' && wasLive)
        printLine('replay', 'the connection is lost; it reconnects and resumes after the last event');
      if (state === 'stopped')
        printLine('replay', `the live channel has stopped, so no events follow: ${interruption?.detail}`);
      wasLive = state === 'live';
    },
  });
  const printer: EventPrinter = {
    startChat: ({ convo_id, original, scenario }) => {
      const { customer_name: customer } = scenario.personal;
      const { order_id: order } = scenario.order;
      earlyEvents = [];
      chat = { customer, startedAt: performance.now(), isClosed: false };
      const facts = [customer, contactReason(scenario), ...(order ? [`order ${order}`] : [])];
      const heading = `chat ${convo_id}: ${facts.join(', ')}, ${original.length} turns`;
      print(styleText('bold', printable(heading)));
    },
    setTicket: (ticketId) => {
      if (chat) chat.ticketId = ticketId;
      earlyEvents.splice(0).forEach(onEvent);
    },
    print: (text) => printLine('replay', text),
    waitForClose: () =>
      waitUntil(() => chat?.isClosed === true, 'the desk did not publish that the ticket is closed', signal),
    close: () => live.close(),
  };
  try {
    await waitUntil(() => live.seq !== undefined, 'the replay got no live connection', signal);
    return printer;
  } catch (error) {
    printer.close();
    throw error;
  }
}
