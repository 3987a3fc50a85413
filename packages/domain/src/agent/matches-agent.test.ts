import { describe, expect, it } from 'vitest';
import { type AgentFilter, matchesAgent } from './matches-agent.ts';

const zoe = {
  id: 'a-17',
  email: 'zvdb@desk.example',
  name: 'Zoë van der Berg',
  status: 'online',
  skills: ['language:nld'],
  isConnected: true,
  queueIds: ['default'],
};
const matches = (filter: AgentFilter, changes: Partial<typeof zoe> = {}) =>
  matchesAgent(filter, { ...zoe, ...changes });

describe('a list of agents', () => {
  it.each<AgentFilter>([
    {},
    { status: 'online' },
    { isConnected: true },
    { skill: 'language:nld' },
    { queueId: 'default' },
    { status: 'online', isConnected: true, skill: 'language:nld', queueId: 'default', text: 'zoe' },
  ])('contains an agent that has all of %j', (filter) => {
    expect(matches(filter)).toBe(true);
  });

  it.each<AgentFilter>([
    { status: 'away' },
    { isConnected: false },
    { skill: 'language' },
    { queueId: 'thai' },
    { status: 'online', text: 'ann' },
  ])('contains no agent that lacks one of %j', (filter) => {
    expect(matches(filter)).toBe(false);
  });

  it.each(['Z', 'zoe', 'ZOË ', 'zoë van', 'berg', 'der b', 'zvdb@', 'A-1'])('finds a name by %j', (text) => {
    expect(matches({ text })).toBe(true);
  });

  it.each(['oe', 'erg', 'desk.example', '17', 'zoe  van'])('does not find it by %j', (text) => {
    expect(matches({ text })).toBe(false);
  });

  it.each([
    ['สมชาย ใจดี', 'สม'],
    ['สมชาย ใจดี', 'ใจ'],
    ['Ольга Иванова', 'ИВАН'],
    ['Ｋａｔｏ', 'kat'],
    ['ΣΟΦΙΑΣ', 'σοφίας'],
    ['🎧 Kim', 'kim'],
  ])('finds %s by %s', (name, text) => {
    expect(matches({ text }, { name })).toBe(true);
  });
});
