import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../open-desk.ts';
import { resetDesk } from '../reset-desk.ts';
import type { Target } from '../test-client.ts';
import { type FuzzOperation, type FuzzRequest, fuzzRequest, type ParameterText } from './fuzz-request.ts';
import { document, expectDocumented, operations } from './response-oracle.ts';
import { liveFuzz } from './live-fuzz.ts';
import { tokenFuzz } from './token-fuzz.ts';

export type FuzzOptions = {
  /** How many requests are sent to each route. */
  requestsPerRoute: number;
};

/** The same FUZZ_SEED generates the same requests; ids of tickets differ. */
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));

/** A chat that exists: its ids, its agent and its customer. */
type Chat = { ticketID: string; roomID: string; agentID: string; customerID: string };

/** How many requests use the same chats. Requests close chats and delete agents, so new ones follow. */
const requestsPerChat = 20;

/** Opens a chat. Every second one is closed, so that its agent is free. */
const openChat = async (desk: Desk, isClosed: boolean): Promise<Chat> => {
  const agent = await desk.onlineAgent();
  const { id, metadata, customer, agentId } = await desk.createTicket();
  if (isClosed) await (await desk.service()).ok('closeTicket', 200, { params: { ticketID: id } });
  return { ticketID: id, roomID: metadata.roomId, agentID: agentId ?? agent.id, customerID: customer.id };
};

const send = async (
  desk: Desk,
  { name, path }: FuzzOperation,
  request: FuzzRequest,
  chats: readonly Chat[],
) => {
  const chat = (n: number) => chats[n % chats.length]!;
  const { agentID, customerID, roomID } = chat(request.caller);
  const people = { agent: agentID, customer: customerID };
  const client = await desk.signIn({
    role: request.role,
    ...(request.role === 'agent' || request.role === 'customer' ? { sub: people[request.role] } : {}),
    ...(request.role === 'customer' ? { room: roomID } : {}),
  });
  const paramText = (parameter: string, value: ParameterText) =>
    'text' in value
      ? value.text
      : encodeURIComponent(chat(request.caller + value.existing)[parameter as keyof Chat] ?? 'none');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
    paramText(parameter, request.params[parameter]!),
  );
  const query = request.query.map(([key, text]) => `${key}=${text}`).join('&');
  const { body } = request;
  return client.call(name, {
    path: query === '' ? filled : `${filled}?${query}`,
    headers: { ...request.headers, ...(body === null ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === null ? {} : { body: new TextEncoder().encode(body) }),
  });
};

/**
 * Declares tests that send generated requests to every route, valid and invalid ones, as callers of every role. The
 * desk must respond to each as its OpenAPI document says. No one else may use the desk at the same time.
 */
export const fuzz = (target: Target, { requestsPerRoute }: FuzzOptions) =>
  describe(`generated requests (seed ${seed})`, () => {
    const desk = openDesk(target);
    const succeeded = new Set<string>();
    beforeAll(() => resetDesk(desk));
    afterAll(desk.cleanUp);

    it.each(operations)('to $name have documented responses', async (operation) => {
      let sent = 0;
      const chats: Chat[] = [];
      const property = fc.asyncProperty(
        fuzzRequest(operation.operation, document.components.schemas),
        async (request) => {
          if (sent++ % requestsPerChat === 0)
            chats.unshift(await openChat(desk, true), await openChat(desk, false));
          const response = await send(desk, operation, request, chats.slice(0, 4));
          expectDocumented(operation, request, response);
          if (!response.error) succeeded.add(operation.name);
          if (operation.name === 'putSettings' && !response.error) await desk.putSettings({});
        },
      );
      await fc.assert(property, { numRuns: requestsPerRoute, seed, endOnFailure: true });
      await desk.cleanUp();
    });

    liveFuzz(desk, target, { numRuns: requestsPerRoute, seed });
    tokenFuzz(desk, { numRuns: requestsPerRoute * 4, seed });

    // Few requests rarely succeed on every route.
    if (requestsPerRoute < 200) return;
    it('to every route but one include some that succeed', () => {
      // Auto-close must run before a ticket can be extended.
      succeeded.add('extendTicket');
      expect(operations.map(({ name }) => name).filter((name) => !succeeded.has(name))).toEqual([]);
    });
  });
