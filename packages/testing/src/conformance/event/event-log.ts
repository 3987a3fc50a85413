import type { DeskEvent } from '@chat-ticket/contract';
import { expect } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** Reads every event after `after`, in small pages. */
export const readEventLog = async (desk: Desk, after: number): Promise<DeskEvent[]> => {
  const service = await desk.service();
  const all: DeskEvent[] = [];
  for (;;) {
    const query = { after: all.at(-1)?.seq ?? after, limit: 3 };
    const page = await service.ok('listEvents', 200, { query });
    all.push(...page.events);
    if (page.events.length === 0) return all;
    expect(page.lastSeq).toBeGreaterThanOrEqual(all.at(-1)!.seq);
  }
};

/** Returns the `seq` of the last event. */
export const lastSeq = async (desk: Desk) => {
  const service = await desk.service();
  return (await service.ok('listEvents', 200, { query: { limit: 1 } })).lastSeq;
};
