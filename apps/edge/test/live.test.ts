import { liveConformance } from '@chat-ticket/testing';
import { describe } from 'vitest';
import { targetEdge } from './target-edge.ts';

describe('the desk on wrangler dev', () => {
  // A Durable Object cannot report what a reader has not read.
  liveConformance(targetEdge(), { reportsBacklog: false });
});
