import type { Target } from '@chat-ticket/testing';
import { afterAll, beforeAll } from 'vitest';
import type { Runtime } from './runtimes.ts';
import { type RunningDesk, secret, startDesk } from './start-desk.ts';

/** Starts a desk with these variables before the tests of a suite, and stops it after them. The URL of the target is set then. */
export function targetDesk(runtime: Runtime, environment: Readonly<Record<string, string>> = {}): Target {
  const target = { baseUrl: '', secret };
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk(runtime, { AUTH_SECRET: secret, ...environment });
    target.baseUrl = desk.url;
  });
  afterAll(() => desk.stop());
  return target;
}
