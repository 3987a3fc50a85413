import type { ChaosDesk } from '@chat-ticket/testing';
import { onTestFinished } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

/** A desk on `wrangler dev` that is killed and comes back with all it had, until the test is over. */
export async function startChaosEdge(): Promise<ChaosDesk> {
  const edge = await startEdge({ isKillable: true });
  onTestFinished(edge.stop);
  return { baseUrl: edge.url, secret, killAndRestart: edge.killAndRestart };
}
