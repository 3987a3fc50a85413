import { type Client, unwrap } from '@chat-ticket/client';
import type { DeskEvent } from '@chat-ticket/contract';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { expect } from 'vitest';
import type { AcknowledgedChat } from './work-until-killed.ts';

async function readEvents(service: Client): Promise<DeskEvent[]> {
  const all: DeskEvent[] = [];
  for (;;) {
    const { events } = unwrap(await service.listEvents({ after: all.at(-1)?.seq ?? 0, limit: 1_000 }));
    if (events.length === 0) return all;
    all.push(...events);
  }
}

async function expectIntact(dataDir: string): Promise<void> {
  const database = await openFileDatabase({ url: `file:${dataDir}/default.db` });
  const [check] = await database.batch(['pragma integrity_check'], 'read');
  database.close();
  expect(check?.rows).toMatchObject([['ok']]);
}

/** Expects that everything acknowledged is stored, exactly once, and that the event log has no gap. */
export async function expectKept(
  service: Client,
  chats: readonly AcknowledgedChat[],
  dataDir: string,
): Promise<void> {
  const events = await readEvents(service);
  const firstSeq = events[0]!.seq;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => firstSeq + n));
  const ticketsOf = (type: DeskEvent['type']) =>
    events
      .filter((event) => event.type === type)
      .map(({ ticketId }) => ticketId)
      .toSorted();
  const acknowledged = chats.map(({ ticketId }) => ticketId).toSorted();
  expect(ticketsOf('ticket.created')).toEqual(acknowledged);
  expect(ticketsOf('ticket.picked')).toEqual(acknowledged);
  expect(ticketsOf('ticket.closed')).toEqual(acknowledged);
  for (const { ticketId, roomId, agentId, pickedTimestamp, texts } of chats) {
    const ticket = unwrap(await service.getTicket({ ticketID: ticketId }));
    expect(ticket).toMatchObject({ status: 'CLOSED', agentId, metadata: { pickedTimestamp } });
    const { messages } = unwrap(await service.listMessages({ roomID: roomId }));
    expect(messages.map(({ seq, text }) => [seq, text])).toEqual(texts.map((text, n) => [n + 1, text]));
  }
  await expectIntact(dataDir);
}
