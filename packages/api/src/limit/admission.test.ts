import { describe, expect, it } from 'vitest';
import { Admission } from './admission.ts';

/** Works on so many requests at once, each of which takes so long. Returns them. */
const work = (admission: Admission, count: number) => Array.from({ length: count }, () => admission.enter(0));

describe('admission', () => {
  it('is full at the bound, until a request is done', () => {
    const admission = new Admission({ maxInFlight: 3 });
    const [first] = work(admission, 3);
    expect(admission.isFull).toBe(true);
    admission.leave(first!, 10);
    expect(admission.isFull).toBe(false);
  });

  it('is full before the bound if more than 64 requests take long', () => {
    const admission = new Admission({ maxInFlight: 1_000 });
    for (const request of work(admission, 200)) admission.leave(request, 4_000);
    expect(admission.isFull).toBe(false);
    const requests = work(admission, 64);
    expect(admission.isFull).toBe(true);
    for (const request of requests) admission.leave(request, 5);
    work(admission, 200);
    expect(admission.isFull).toBe(false);
  });

  it('counts neither a request nor its time while it waits for its client', async () => {
    const admission = new Admission({ maxInFlight: 1 });
    let now = 0;
    const { promise: body, resolve: arrive } = Promise.withResolvers<void>();
    const request = admission.enter(now);
    const waiting = admission.outside(request, body, () => now);
    expect(admission.isFull).toBe(false);
    now = 9_000;
    arrive();
    await waiting;
    expect(admission.isFull).toBe(true);
    expect(request.since).toBe(9_000);
  });
});
