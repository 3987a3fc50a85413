import type { Agent, AgentStatusInfo, Ticket, TicketRecord } from '@chat-ticket/contract';
import { describe, expectTypeOf, it } from 'vitest';
import { createClient } from './client.ts';
import { unwrap } from './error.ts';
import type { RouteErrorCode } from './route-types.ts';

const client = createClient({ baseUrl: 'https://desk.example' });

type CommonCode = 'internal_error' | 'database_unavailable' | 'key_set_unavailable';
type LimitCode = 'rate_limited' | 'overloaded';
type AuthCode =
  | 'token_missing'
  | 'token_invalid'
  | 'token_expired'
  | 'token_revoked'
  | 'role_not_allowed'
  | 'workspace_unknown';
type OwnCode = 'network_error' | 'timeout' | 'unexpected_response';

describe('a method’s result', () => {
  it('has the data of its route', async () => {
    expectTypeOf(unwrap(await client.setPickedTime({ ticketID: 't' }))).toEqualTypeOf<Ticket>();
    expectTypeOf(unwrap(await client.listTickets())).toEqualTypeOf<Ticket[]>();
    expectTypeOf(unwrap(await client.setOnline())).toEqualTypeOf<AgentStatusInfo>();
    expectTypeOf(unwrap(await client.getAgent({ agentID: 'a' }))).toEqualTypeOf<Agent>();
    expectTypeOf(unwrap(await client.deleteAgent({ agentID: 'a' }))).toEqualTypeOf<undefined>();
  });

  it('distinguishes the kinds of success by their status', async () => {
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
        | LimitCode
        | AuthCode
        | OwnCode
      >();
    }
    expectTypeOf<RouteErrorCode<'listStatuses'>>().toEqualTypeOf<
      'parameter_invalid' | CommonCode | LimitCode | AuthCode
    >();
  });

  it('has no errors of tokens and limits if the route is public', async () => {
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
