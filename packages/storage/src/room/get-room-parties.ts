import { eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { tickets } from '../schema.ts';

const selectParties = built((p: Placeholders<{ roomId: string }>) =>
  build.select({ agentId: tickets.agentId }).from(tickets).where(eq(tickets.roomId, p.roomId)),
);

/** The agent of the room’s ticket, or null if it has none. `parties` is null if the room does not exist. */
export const getRoomParties = query({ answer: { parties: one(selectParties) } });
