import { describe, expect, it } from 'vitest';
import { activeStates, heldStates, waitingStates } from './state.ts';
import { isStep, statesBefore, ticketStates, transitions } from './transition.ts';

describe('transitions', () => {
  it('end in CLOSED, which every other state can reach', () => {
    expect(transitions.CLOSED).toEqual([]);
    const reaches = new Set<string>(['CLOSED']);
    for (let round = 0; round < ticketStates.length; round++)
      for (const state of ticketStates)
        if (transitions[state].some((next) => reaches.has(next))) reaches.add(state);
    expect([...reaches].toSorted()).toEqual(ticketStates.toSorted());
  });

  it('let every waiting ticket be assigned, and every active one close its room', () => {
    expect(statesBefore('ASSIGNED')).toEqual(expect.arrayContaining([...waitingStates]));
    expect(statesBefore('CHAT_CLOSED')).toEqual([...activeStates]);
  });

  it('lead to WORKFLOW_DONE only from WORKFLOW_PENDING, and never back to CREATED', () => {
    expect(statesBefore('WORKFLOW_DONE')).toEqual(['WORKFLOW_PENDING']);
    expect(statesBefore('CREATED')).toEqual([]);
  });

  it('return only an agent’s ticket to waiting', () => {
    expect(isStep('ASSIGNED', 'CREATED')).toBe(true);
    expect(isStep('REASSIGNED', 'WORKFLOW_DONE')).toBe(true);
    expect(isStep('CHAT_CLOSED', 'CREATED')).toBe(false);
    expect(isStep('CREATED', 'WORKFLOW_DONE')).toBe(false);
  });

  it('count wrap-up as held, and no waiting state', () => {
    expect(heldStates).toContain('CHAT_CLOSED');
    expect(heldStates.filter((state) => (waitingStates as readonly string[]).includes(state))).toEqual([]);
  });
});
