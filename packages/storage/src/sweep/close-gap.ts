import { findGap, type Gap } from '@chat-ticket/domain';
import { send } from '../command/send.ts';
import type { Database } from '../database.ts';
import { getServedUntil } from './get-served-until.ts';
import { moveDeadlines, moveMoreDeadlines } from './move-deadlines.ts';
import type { Sweep } from './sweep.ts';

/** `ownServedUntil`: when this process last swept the workspace, in ms since 1970. Null: it has just started. */
type CloseGap = Sweep & { ownServedUntil: number | null };

/**
 * Moves the running deadlines if the desk did not serve the workspace until now, or if the clock jumped. Call it before
 * each sweep, so that no rule acts on a deadline that ran while nobody could act. It reads the database only at the
 * start and after a jump. The first batch moves the deadlines of 200 tickets, and the sweep begins with the rest.
 *
 * @returns The gap, or null if there is none.
 */
export async function closeGap(db: Database, { now, newId, ownServedUntil }: CloseGap): Promise<Gap | null> {
  if (ownServedUntil !== null && !findGap({ now, ownServedUntil, recordedUntil: null })) return null;
  const recordedUntil = await send(db, getServedUntil, {});
  const gap = findGap({ now, ownServedUntil, recordedUntil });
  if (!gap) return null;
  const nextContext = () => ({ changeId: newId(), now, actorRole: 'system', actorId: 'sweep' });
  // A process that ended while it moved the deadlines by an earlier gap.
  for (let isMoving = true; isMoving;) ({ isMoving } = await send(db, moveMoreDeadlines, nextContext()));
  await send(db, moveDeadlines, { ...nextContext(), servedUntil: gap.servedUntil, recordedUntil });
  return gap;
}
