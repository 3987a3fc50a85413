import type {
  Agent,
  AgentStatusInfo,
  CreateTicketParam,
  RouteName,
  Ticket,
  TicketRecord,
} from '@chat-ticket/contract';
import { describe, expectTypeOf, it } from 'vitest';
import { createClient } from './client.ts';
import { unwrap } from './error.ts';
import type { RouteData, RouteErrorCode, RouteInput } from './route-types.ts';

const client = createClient({ baseUrl: 'https://desk.example' });

type CommonCode = 'internal_error' | 'database_unavailable';
type AuthCode =
  | 'token_missing'
  | 'token_invalid'
  | 'token_expired'
  | 'token_revoked'
  | 'role_not_allowed'
  | 'workspace_unknown';
type OwnCode = 'network_error' | 'timeout' | 'unexpected_response';

describe('a method’s input', () => {
  it('is path parameters, headers and body side by side', () => {
    expectTypeOf<RouteInput<'setPickedTime'>>().branded.toEqualTypeOf<{
      readonly ticketID: string;
      readonly agentID?: string | undefined;
    }>();
    expectTypeOf<RouteInput<'createTicket'>>().branded.toEqualTypeOf<
      CreateTicketParam & { readonly idempotencyKey?: string | undefined }
    >();
    expectTypeOf<RouteInput<'putAgent'>>().branded.toEqualTypeOf<{
      readonly agentID: string;
      email: string;
      name: string;
      capacity?: number | undefined;
      skills?: string[] | undefined;
    }>();
  });

  it('has query parameters as what they are read as, all optional', () => {
    expectTypeOf<RouteInput<'listMessages'>>().branded.toEqualTypeOf<{
      readonly roomID: string;
      readonly after?: number | undefined;
      readonly before?: number | undefined;
      readonly limit?: number | undefined;
    }>();
    expectTypeOf(client.listEvents).toBeCallableWith();
    // @ts-expect-error limit is a number
    expectTypeOf(client.listEvents).toBeCallableWith({ limit: '10' });
  });

  it('can be left out where nothing in it is required', () => {
    expectTypeOf(client.listTickets).toBeCallableWith();
    expectTypeOf(client.listTickets).toBeCallableWith(
      { agentID: 'a' },
      { signal: new AbortController().signal },
    );
    expectTypeOf(client.listStatuses).toBeCallableWith();
  });

  it('is required where something in it is', () => {
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
    // @ts-expect-error a ticket is picked by its id alone
    expectTypeOf(client.setPickedTime({ ticketID: 't', roomID: 'r' }));
    // @ts-expect-error listStatuses takes nothing
    expectTypeOf(client.listStatuses).toBeCallableWith({ agentID: 'a' });
  });
});

describe('a method’s result', () => {
  it('has the data of its route', async () => {
    expectTypeOf(unwrap(await client.setPickedTime({ ticketID: 't' }))).toEqualTypeOf<Ticket>();
    expectTypeOf(unwrap(await client.listTickets())).toEqualTypeOf<Ticket[]>();
    expectTypeOf(unwrap(await client.setOnline())).toEqualTypeOf<AgentStatusInfo>();
    expectTypeOf(unwrap(await client.getAgent({ agentID: 'a' }))).toEqualTypeOf<Agent>();
    expectTypeOf(unwrap(await client.deleteAgent({ agentID: 'a' }))).toEqualTypeOf<undefined>();
  });

  it('tells the kinds of success apart by their status', async () => {
    const result = await client.createTicket({ customer: { id: 'c' } });
    if (!result.ok) return;
    expectTypeOf(result.status).toEqualTypeOf<200 | 201>();
    expectTypeOf(result.data).toEqualTypeOf<TicketRecord>();
  });

  it('has the errors of its route, and no others', async () => {
    const picked = await client.setPickedTime({ ticketID: 't' });
    if (!picked.ok) {
      expectTypeOf(picked.error.code).toEqualTypeOf<
        | 'header_invalid'
        | 'agent_required'
        | 'agent_mismatch'
        | 'agent_not_found'
        | 'parameter_invalid'
        | 'ticket_not_found'
        | 'ticket_of_another_agent'
        | 'transition_not_allowed'
        | CommonCode
        | AuthCode
        | OwnCode
      >();
    }
    expectTypeOf<RouteErrorCode<'listStatuses'>>().toEqualTypeOf<CommonCode | AuthCode>();
  });

  it('has no errors of authentication where the route is public', async () => {
    const health = await client.getHealth();
    if (!health.ok) expectTypeOf(health.error.code).toEqualTypeOf<CommonCode | OwnCode>();
    expectTypeOf<RouteErrorCode<'getReadiness'>>().toEqualTypeOf<CommonCode | 'schema_outdated'>();
  });

  it('must be checked before its data is read', async () => {
    const result = await client.listTickets();
    // @ts-expect-error a failure has no data
    expectTypeOf(result.data);
  });
});

it('no method takes or gives any', () => {
  type Any<Type> = 0 extends 1 & Type ? true : false;
  type AnyWithin<Type> =
    Any<Type> extends true
      ? true
      : Type extends object
        ? { [Key in keyof Type]: AnyWithin<Type[Key]> }[keyof Type]
        : never;
  type MethodsWithAny = {
    [Name in RouteName]: true extends AnyWithin<RouteInput<Name>> | AnyWithin<RouteData<Name>> ? Name : never;
  }[RouteName];
  expectTypeOf<MethodsWithAny>().toEqualTypeOf<never>();
});
