import type { ChaosDesk } from '@chat-ticket/testing';
import { onTestFinished } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

/** Starts a desk on `wrangler dev` that can be killed and restarted with its data. Stops it after the test. */
export async function startChaosEdge(): Promise<ChaosDesk> {
  const edge = await startEdge({ isKillable: true });
  onTestFinished(edge.stop);
  return { baseUrl: edge.url, secret, killAndRestart: edge.killAndRestart };
}
