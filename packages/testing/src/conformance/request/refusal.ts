import type { RouteName } from '@chat-ticket/contract';
import type { CallOptions, TestClient } from '../../test-client.ts';

/** Everything in a response by which a client could distinguish two refusals, except the request id. */
export const refusal = async (client: TestClient, name: RouteName, options: CallOptions) => {
  const { status, headers, error } = await client.call(name, options);
  const names = [...headers.keys()].toSorted();
  return { status, names, error: { ...error, id: '' }, length: headers.get('Content-Length') };
};
