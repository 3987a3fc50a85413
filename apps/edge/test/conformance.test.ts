import { conformance } from '@chat-ticket/testing';
import { describe } from 'vitest';
import { targetEdge } from './target-edge.ts';

describe('the desk on wrangler dev', () => {
  conformance(targetEdge());
});
