import { describe, expect, it } from 'vitest';
import { dayOf, fatesOf, settingsOf } from '../day/day.fixture.ts';
import { simulateDay } from './simulate-day.ts';

const ann = { id: 'ann', skills: [], capacity: 1 };
const ben = { id: 'ben', skills: [], capacity: 1 };
const nineToFive = { timeZone: 'UTC', weekly: { mon: [{ from: '00:10', to: '00:20' }] } };
const queueWith = (over: object) => ({ queues: [{ id: 'default', ...over }] });

describe('a ticket of a simulated day', () => {
  it('goes at once to an agent who has room, and else waits for one', () => {
    const chats = [{ at: 0, handling: 100 }, { at: 10 }, { at: 20 }];
    expect(fatesOf(chats, [ann])).toEqual(['answered 0 ann', 'answered 90 ann', 'answered 140 ann']);
    expect(fatesOf(chats, [{ ...ann, capacity: 2 }])).toEqual([
      'answered 0 ann',
      'answered 0 ann',
      'answered 50 ann',
    ]);
  });

  it('goes before those of lower priority that came within what its points are worth', () => {
    const chats = [{ at: 0, handling: 100 }, { at: 10 }, { at: 69, priority: 1 }, { at: 75, priority: 1 }];
    expect(fatesOf(chats, [ann])).toEqual([
      'answered 0 ann',
      'answered 150 ann',
      'answered 31 ann',
      'answered 145 ann',
    ]);
  });

  it('is abandoned when patience ends before an agent is assigned', () => {
    const chats = [
      { at: 0, handling: 100 },
      { at: 10, patience: 89 },
      { at: 20, patience: 81 },
    ];
    expect(fatesOf(chats, [ann])).toEqual(['answered 0 ann', 'abandoned 89', 'answered 80 ann']);
  });

  it('leaves its agent no room until its wrap-up is over, which the queue can cut short', () => {
    const chats = [{ at: 0, handling: 100, wrapUp: 50 }, { at: 10 }];
    expect(fatesOf(chats, [ann])[1]).toBe('answered 140 ann');
    expect(fatesOf(chats, [ann], queueWith({ wrapUpSeconds: 20 }))[1]).toBe('answered 110 ann');
  });

  it('waits for agents with the skills it needs, and for fewer skills and higher tiers after each step', () => {
    const expert = { id: 'expert', skills: ['tier:2'], capacity: 1 };
    const thai = { id: 'thai', skills: ['language:tha'], capacity: 1, shifts: [{ fromMs: 5e5, toMs: 6e5 }] };
    const widen = [
      { afterSeconds: 60, drop: ['language:{language}'] },
      { afterSeconds: 90, tier: 2 },
    ];
    const settings = queueWith({ needs: ['language:{language}'], widen });
    const chat = { at: 0, language: 'tha' };
    expect(fatesOf([chat], [thai, expert, ann], settings)).toEqual(['answered 60 ann']);
    expect(fatesOf([chat], [thai, expert], settings)).toEqual(['answered 90 expert']);
    expect(fatesOf([chat], [thai, ann], queueWith({ needs: ['language:tha'] }))).toEqual([
      'answered 500 thai',
    ]);
    expect(fatesOf([chat], [ann], queueWith({ needs: ['language:tha'] }))).toEqual(['unserved']);
  });

  it('that comes to a closed queue waits, without its steps falling due, or is refused', () => {
    const widen = [{ afterSeconds: 60, tier: 2 }];
    const expert = { id: 'expert', skills: ['tier:2'] };
    const chats = [{ at: 570 }, { at: 1_170 }, { at: 1_230 }];
    const closing = (whenClosed: 'wait' | 'refuse') => queueWith({ hours: nineToFive, widen, whenClosed });
    expect(fatesOf(chats, [ann], closing('wait'))).toEqual(['answered 30 ann', 'answered 0 ann', 'unserved']);
    expect(fatesOf(chats, [expert], closing('wait'))).toEqual(['answered 90 expert', 'unserved', 'unserved']);
    expect(fatesOf(chats, [ann], closing('refuse'))).toEqual(['refused', 'answered 0 ann', 'refused']);
  });
});

describe('an agent of a simulated day', () => {
  it('gets nothing new outside its shifts, but finishes what it has', () => {
    const shifts = [
      { fromMs: 50_000, toMs: 100_000 },
      { fromMs: 300_000, toMs: 400_000 },
    ];
    const chats = [{ at: 0, handling: 90 }, { at: 60 }];
    expect(fatesOf(chats, [{ ...ann, shifts }])).toEqual(['answered 50 ann', 'answered 240 ann']);
  });

  it('who picks too late loses the ticket to another, and the ticket keeps its place', () => {
    const chats = [{ at: 0, picks: [70, 1] }, { at: 50 }, { at: 55 }, { at: 58 }];
    expect(fatesOf(chats, [ann, { ...ben, shifts: [{ fromMs: 40_000, toMs: 4e6 }] }])).toEqual([
      'answered 110 ben',
      'answered 0 ben',
      'answered 5 ann',
      'answered 62 ann',
    ]);
  });

  it('who picks too late for a customer without patience loses the customer', () => {
    expect(fatesOf([{ at: 0, picks: [70], patience: 30 }], [ann])).toEqual(['abandoned 60']);
    expect(fatesOf([{ at: 0, picks: [70], patience: 30 }], [ann, ben])).toEqual(['abandoned 120']);
    expect(fatesOf([{ at: 0, picks: [70, 0], patience: 30 }], [ann, ben])).toEqual(['answered 60 ben']);
    expect(fatesOf([{ at: 0, picks: [70], patience: 100 }], [ann])).toEqual(['abandoned 100']);
    expect(fatesOf([{ at: 0, picks: [60], patience: 30 }], [ann])).toEqual(['answered 0 ann']);
  });

  it('is away until its next shift after too many misses in a row', () => {
    const shifts = [
      { fromMs: 0, toMs: 1_000_000 },
      { fromMs: 1_000_000, toMs: 2_000_000 },
    ];
    const late = [70, 0];
    const misses = [{ at: 0, picks: late }, { at: 100, picks: late }, { at: 200 }];
    expect(fatesOf(misses, [{ ...ann, shifts }])).toEqual([
      'answered 1000 ann',
      'answered 960 ann',
      'answered 920 ann',
    ]);
    expect(fatesOf(misses, [{ ...ann, shifts }], { missesUntilAway: 3 })).toEqual([
      'answered 160 ann',
      'answered 120 ann',
      'answered 80 ann',
    ]);
    const apart = [{ at: 0, picks: late }, { at: 61 }, { at: 130, picks: late }, { at: 200 }];
    expect(fatesOf(apart, [{ ...ann, shifts }])[3]).toBe('answered 41 ann');
  });

  it('is asked again for what it missed once nobody else is there, be it to take something else', () => {
    const chats = [
      { at: 0, handling: 300 },
      { at: 10, picks: [70, 0] },
    ];
    expect(fatesOf(chats, [ann, ben])).toEqual(['answered 0 ann', 'answered 290 ann']);
    const shifts = [{ fromMs: 0, toMs: 140_000 }];
    expect(fatesOf(chats, [{ ...ann, shifts }, ben])).toEqual(['answered 0 ann', 'answered 180 ben']);
  });

  it('who could be asked but never will leaves the others waiting, and the day ends all the same', () => {
    const late = [{ at: 0, picks: [70] }];
    const nobody = { ...ben, capacity: 0 };
    expect(fatesOf(late, [ann, nobody], { missesUntilAway: 9 })).toEqual(['unserved']);
  });

  it('is as occupied as its shifts are filled after the warm-up', () => {
    const day = dayOf([
      { at: 0, handling: 1_000 },
      { at: 500, handling: 200 },
    ]);
    const agents = [{ ...ann, capacity: 2, shifts: [{ fromMs: 0, toMs: 900_000 }] }, ben];
    const settings = settingsOf({ strategy: 'round_robin' });
    const { agents: outcomes } = simulateDay(day, { agents, settings }, { warmUpMs: 400_000 });
    expect(outcomes).toEqual([
      { misses: 0, loadMs: 500_000, roomMs: 1_000_000 },
      { misses: 0, loadMs: 200_000, roomMs: 3_200_000 },
    ]);
  });
});
