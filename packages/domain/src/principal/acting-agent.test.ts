import { describe, expect, it } from 'vitest';
import { actingAgent, readableAgent } from './acting-agent.ts';
import type { Principal } from './principal.ts';

const agent: Principal = { sub: 'a1', role: 'agent', workspace: 'default', email: 'Ann@desk.test' };
const service: Principal = { sub: 's1', role: 'service', workspace: 'default' };

describe('actingAgent', () => {
  it('is the principal when it names no agent, its own id or its own email in any case', () => {
    for (const named of [undefined, 'a1', 'ann@DESK.test'])
      expect(actingAgent(agent, named)).toEqual({ ref: 'a1', self: 'a1' });
  });

  it('must be the principal even when it names another agent', () => {
    expect(actingAgent(agent, 'bob@desk.test')).toEqual({ ref: 'bob@desk.test', self: 'a1' });
  });

  it('is the agent that a service names, and a service must name one', () => {
    expect(actingAgent(service, 'a1')).toEqual({ ref: 'a1', self: null });
    expect(actingAgent(service, undefined)).toBe('agent_required');
  });
});

describe('readableAgent', () => {
  it('is any agent that a supervisor, an admin or a service names, and only itself for an agent', () => {
    for (const role of ['supervisor', 'admin', 'service'] as const)
      expect(readableAgent({ ...service, role }, 'a1')).toEqual({ ref: 'a1', self: null });
    expect(readableAgent(agent, 'bob')).toEqual({ ref: 'bob', self: 'a1' });
  });

  it('is the principal when it names no agent', () => {
    expect(readableAgent({ ...service, role: 'supervisor' }, undefined)).toEqual({ ref: 's1', self: 's1' });
    expect(readableAgent(service, undefined)).toBe('agent_required');
  });
});
