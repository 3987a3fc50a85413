import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tickets } from '../schema.ts';
import { build, reader } from '../statement.ts';

const selectParties = reader<{ roomId: string }>()({ agentId: tickets.agentId }, (p, fields) =>
  build.select(fields).from(tickets).where(eq(tickets.roomId, p.roomId)),
);

/** The agent whose room it is, if anyone’s; null when there is no such room. */
export async function getRoomParties(
  db: Database,
  roomId: string,
): Promise<{ agentId: string | null } | null> {
  const [result] = await db.batch([selectParties({ roomId })], 'read');
  return selectParties.rows(result!)[0] ?? null;
}
