import type { CreateTicketParam } from '@chat-ticket/contract';
import { describe, expectTypeOf, it } from 'vitest';
import { createClient } from './client.ts';
import type { RouteInput } from './route-types.ts';

const client = createClient({ baseUrl: 'https://desk.example' });

type Flatten<Type> = { [Key in keyof Type]: Type[Key] };

describe('a method’s input', () => {
  it('has path parameters, headers and body side by side', () => {
    expectTypeOf<RouteInput<'setPickedTime'>>().toEqualTypeOf<{
      readonly ticketID: string;
      readonly agentID?: string | undefined;
    }>();
    expectTypeOf<RouteInput<'createTicket'>>().toEqualTypeOf<
      Flatten<CreateTicketParam & { readonly idempotencyKey?: string | undefined }>
    >();
    expectTypeOf<RouteInput<'putAgent'>>().toEqualTypeOf<{
      readonly agentID: string;
      email: string;
      name: string;
      capacity?: number | undefined;
      skills?: string[] | undefined;
    }>();
  });

  it('has query parameters with the type that they are read as, all optional', () => {
    expectTypeOf<RouteInput<'listMessages'>>().toEqualTypeOf<{
      readonly roomID: string;
      readonly after?: number | undefined;
      readonly before?: number | undefined;
      readonly limit?: number | undefined;
    }>();
    expectTypeOf(client.listEvents).toBeCallableWith();
    // @ts-expect-error limit is a number
    expectTypeOf(client.listEvents).toBeCallableWith({ limit: '10' });
  });

  it('can be left out if nothing in it is required', () => {
    expectTypeOf(client.listTickets).toBeCallableWith();
    expectTypeOf(client.listTickets).toBeCallableWith(
      { agentID: 'a' },
      { signal: new AbortController().signal },
    );
    expectTypeOf(client.listStatuses).toBeCallableWith();
  });

  it('is required if something in it is', () => {
    // @ts-expect-error ticketID is missing
    expectTypeOf(client.setPickedTime).toBeCallableWith();
    // @ts-expect-error ticketID is missing
    expectTypeOf(client.setPickedTime).toBeCallableWith({});
    // @ts-expect-error customer is missing
    expectTypeOf(client.createTicket).toBeCallableWith({ idempotencyKey: 'k' });
    // @ts-expect-error status is a string
    expectTypeOf(client.setStatus).toBeCallableWith({ status: 1 });
  });

  it('has nothing that the route does not take', () => {
    // @ts-expect-error setPickedTime takes no roomID
    expectTypeOf(client.setPickedTime({ ticketID: 't', roomID: 'r' }));
    // @ts-expect-error listStatuses takes nothing
    expectTypeOf(client.listStatuses).toBeCallableWith({ agentID: 'a' });
  });
});
