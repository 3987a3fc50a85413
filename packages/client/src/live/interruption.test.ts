import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeSocket, fakeSockets } from '../../test/live-sockets.ts';
import { type ClientOptions, createClient } from '../client.ts';
import type { LiveInterruption } from './interruption.ts';
import type { LiveOptions, LiveState } from './options.ts';

/** What the desk responds to a request over HTTP. */
type Answer = (request: RequestInit) => Response | Promise<Response>;

const refusal =
  (status: number, code: string, headers: Record<string, string> = {}, more: object = {}): Answer =>
  () =>
    Response.json(
      {
        errors: [{ status: String(status), title: 't', code, detail: `It is ${code}.`, id: 'r-1', ...more }],
      },
      { status, headers },
    );
const page =
  (status: number): Answer =>
  () =>
    new Response('<html>', { status });
const noNetwork: Answer = () => Promise.reject(new TypeError('fetch failed'));
const never: Answer = ({ signal }) =>
  new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));

const minuteMs = 60_000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Opens a channel to a desk that answers each request over HTTP with `answer`. */
async function openChannel(
  answer: Answer,
  {
    live: options,
    hasToken = true,
    ...client
  }: Partial<ClientOptions> & { live?: Partial<LiveOptions>; hasToken?: boolean } = {},
) {
  const { sockets, WebSocket } = fakeSockets();
  const requests: RequestInit[] = [];
  const urls: string[] = [];
  const changes: [LiveState, LiveInterruption | undefined][] = [];
  const live = createClient({
    baseUrl: 'http://desk.example/support/',
    ...(hasToken ? { token: 'a.b.c' } : {}),
    WebSocket,
    fetch: (url, init) => {
      urls.push(url);
      requests.push(init);
      return answer(init);
    },
    ...client,
  }).live({
    onReset: () => {},
    onEvent: () => {},
    onState: (...change) => changes.push(change as [LiveState, LiveInterruption | undefined]),
    resumeFrom: 0,
    ...options,
  });
  await pass(0);
  return {
    live,
    sockets,
    urls,
    requests,
    states: () => changes.map(([state]) => state),
    interruption: () => changes.at(-1)?.[1],
    /** The last socket does not open. Resolves when the client has learned why. */
    fail: async () => {
      sockets.at(-1)!.drop();
      await pass(0);
    },
  };
}

const ready = (socket: FakeSocket | undefined) =>
  socket!.receive({ type: 'ready', data: { seq: 0, connectionId: 'c' } });

const tokensOf = ({ sockets }: { sockets: readonly FakeSocket[] }) =>
  sockets.map(({ protocols }) => protocols[1]);

describe('a live channel whose WebSocket does not open', () => {
  it('asks the desk why, with the same token', async () => {
    const channel = await openChannel(refusal(403, 'workspace_unknown'));
    await channel.fail();
    expect(channel.urls).toEqual(['http://desk.example/support/cs-chat-ticket/v1/live']);
    expect(channel.requests[0]).toMatchObject({
      method: 'GET',
      headers: { authorization: 'Bearer a.b.c' },
      redirect: 'manual',
    });
  });

  it.each([
    { status: 401, code: 'token_invalid', answer: refusal(401, 'token_invalid') },
    { status: 401, code: 'token_missing', answer: refusal(401, 'token_missing'), hasToken: false },
    { status: 403, code: 'role_not_allowed', answer: refusal(403, 'role_not_allowed') },
    { status: 404, code: 'route_not_found', answer: refusal(404, 'route_not_found') },
    { status: 404, code: 'unexpected_response', answer: page(404) },
    { status: 400, code: 'header_invalid', answer: refusal(400, 'header_invalid') },
  ])('stops at $status $code', async ({ status, code, answer, hasToken = true }) => {
    const channel = await openChannel(answer, { hasToken });
    await channel.fail();
    expect(channel.states()).toEqual(['connecting', 'stopped']);
    expect(channel.interruption()).toMatchObject({
      reason: 'refused',
      retryInMs: null,
      failure: { ok: false, status, error: { code } },
    });
    channel.live.close();
    await pass(10 * minuteMs);
    expect([channel.sockets, channel.urls, channel.states()].map(({ length }) => length)).toEqual([1, 1, 2]);
  });

  it.each([
    ['429', refusal(429, 'rate_limited', { 'Retry-After': '7' }), 'refused', 7_125],
    ['503', refusal(503, 'overloaded', { 'Retry-After': '90' }), 'refused', 90_125],
    ['503 of a proxy', page(503), 'refused', 125],
    ['500', refusal(500, 'internal_error'), 'refused', 125],
    ['a page with 200', page(200), 'refused', 125],
    ['401 of a desk that has not read the token', refusal(401, 'token_missing'), 'refused', 125],
    ['426, so that it would be accepted', refusal(426, 'upgrade_required'), 'not_upgraded', 125],
    ['no response', noNetwork, 'unreachable', 125],
  ] as const)('connects again after %s', async (_, answer, reason, retryInMs) => {
    const channel = await openChannel(answer);
    await channel.fail();
    expect(channel.states()).toEqual(['connecting', 'waiting']);
    expect(channel.interruption()).toMatchObject({ reason, retryInMs, detail: expect.any(String) });
    await pass(retryInMs - 1);
    expect(channel.sockets).toHaveLength(1);
    await pass(1);
    expect(channel.sockets).toHaveLength(2);
    channel.live.close();
  });

  it('passes on which limit was reached', async () => {
    const more = { meta: { limit: 'liveConnectionsPerWorkspace' } };
    const channel = await openChannel(refusal(429, 'rate_limited', { 'Retry-After': '10' }, more));
    await channel.fail();
    expect(channel.interruption()).toMatchObject({
      failure: { error: { code: 'rate_limited', meta: { limit: 'liveConnectionsPerWorkspace' } } },
    });
    channel.live.close();
  });

  it('waits longer after each failure, at most 15 s', async () => {
    const channel = await openChannel(noNetwork);
    const pauses: number[] = [];
    for (let n = 0; n < 8; n++) {
      await channel.fail();
      pauses.push(channel.interruption()!.retryInMs!);
      await pass(pauses[n]!);
    }
    expect(pauses).toEqual([125, 250, 500, 1_000, 2_000, 4_000, 7_500, 7_500]);
    channel.live.close();
  });

  it('tries one other token after 401 if the token is a function, and again after it was connected', async () => {
    let tokens = 0;
    const channel = await openChannel(refusal(401, 'token_expired'), { token: () => `t${(tokens += 1)}` });
    await channel.fail();
    expect(channel.interruption()).toMatchObject({ reason: 'refused', retryInMs: 125 });
    await pass(125);
    ready(channel.sockets[1]);
    channel.sockets[1]!.drop(4401, 'The token has expired.');
    expect(channel.interruption()).toMatchObject({ reason: 'closed', code: 4401, close: 'token_expired' });
    await pass(minuteMs);
    await channel.fail();
    await pass(minuteMs);
    await channel.fail();
    expect(channel.states().at(-1)).toBe('stopped');
    expect(tokensOf(channel)).toEqual(['bearer.t1', 'bearer.t2', 'bearer.t3', 'bearer.t4']);
    expect(
      channel.requests.map(({ headers }) => (headers as Record<string, string>)['authorization']),
    ).toEqual(['Bearer t1', 'Bearer t3', 'Bearer t4']);
  });

  it('asks too if the WebSocket does not open within 10 s, and ignores its late close', async () => {
    const channel = await openChannel(never, { timeoutMs: 3_000 });
    await pass(10_000);
    expect(channel.urls).toHaveLength(1);
    channel.sockets[0]!.drop();
    await pass(2_999);
    expect(channel.states()).toEqual(['connecting']);
    await pass(1);
    expect(channel.interruption()).toMatchObject({
      reason: 'unreachable',
      failure: { error: { code: 'timeout' } },
    });
    expect(channel.urls).toHaveLength(1);
    channel.live.close();
  });

  it('reports nothing more after `close()`, and aborts the request', async () => {
    const channel = await openChannel(never);
    await channel.fail();
    channel.live.close();
    await pass(minuteMs);
    expect(channel.requests[0]?.signal?.aborted).toBe(true);
    expect(channel.states()).toEqual(['connecting', 'closed']);
    expect(channel.sockets).toHaveLength(1);
  });

  it('can be closed by `onState`', async () => {
    const states: LiveState[] = [];
    const channel = await openChannel(noNetwork, {
      live: {
        onState: (state) => {
          states.push(state);
          if (state === 'waiting') channel.live.close();
        },
      },
    });
    await channel.fail();
    await pass(minuteMs);
    expect(states).toEqual(['connecting', 'waiting', 'closed']);
    expect(channel.sockets).toHaveLength(1);
  });

  it('waits as long as the desk asks, although a handler fails in the meantime', async () => {
    const failing = Promise.withResolvers<void>();
    const channel = await openChannel(refusal(429, 'rate_limited', { 'Retry-After': '60' }), {
      live: { onEvent: () => failing.promise },
    });
    ready(channel.sockets[0]);
    channel.sockets[0]!.receive({ seq: 1, type: 'agent.saved', data: { timestamp: 1, agentId: 'ann' } });
    await channel.fail();
    await pass(125);
    await channel.fail();
    expect(channel.interruption()?.retryInMs).toBe(60_250);
    failing.reject(new Error('no disk'));
    await pass(60_249);
    expect(channel.sockets).toHaveLength(2);
    await pass(1);
    expect(channel.sockets).toHaveLength(3);
    channel.live.close();
  });
});

describe('a live channel', () => {
  it('does not ask why if the desk closes the connection with a code', async () => {
    const channel = await openChannel(noNetwork);
    channel.sockets[0]!.drop(1011, 'The event log could not be read.');
    expect(channel.urls).toEqual([]);
    expect(channel.interruption()).toEqual({
      reason: 'closed',
      code: 1011,
      close: 'internal_error',
      detail: 'The event log could not be read.',
      retryInMs: 125,
    });
    channel.live.close();
  });

  it.each([
    [4429, 'too_many_connections'],
    [4430, 'too_many_frames'],
  ])('waits 10 s longer after it was closed with %i', async (code, close) => {
    const channel = await openChannel(noNetwork);
    ready(channel.sockets[0]);
    channel.sockets[0]!.drop(code);
    expect(channel.interruption()).toMatchObject({ reason: 'closed', code, close, retryInMs: 10_125 });
    channel.live.close();
  });

  it('tells a lost connection from a silent desk', async () => {
    const channel = await openChannel(noNetwork);
    ready(channel.sockets[0]);
    channel.sockets[0]!.drop();
    expect(channel.interruption()).toMatchObject({ reason: 'closed', code: 1006, close: undefined });
    await pass(125);
    ready(channel.sockets[1]);
    await pass(30_000);
    expect(channel.interruption()).toMatchObject({ reason: 'desk_silent' });
    channel.live.close();
  });

  it('reports the function of the app that threw', async () => {
    const error = new Error('no token');
    const channel = await openChannel(noNetwork, { token: () => Promise.reject(error) });
    expect(channel.interruption()).toMatchObject({ reason: 'callback_failed', callback: 'token', error });
    expect(channel.sockets).toEqual([]);
    channel.live.close();

    const broken = await openChannel(noNetwork, {
      WebSocket: function BrokenWebSocket() {
        throw error;
      } as unknown as NonNullable<ClientOptions['WebSocket']>,
    });
    expect(broken.interruption()).toMatchObject({ callback: 'WebSocket', error, retryInMs: 125 });
    broken.live.close();
  });
});
