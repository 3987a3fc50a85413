import type { Board, Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { withoutEmpty, toSeconds } from '../route/wire.ts';
import type { Handler } from '../route/handler.ts';

const answeredWithinMs = 3_600_000;

export const getBoard: Handler<Routes['getBoard']> = async ({ context, send }) => {
  const { now } = context;
  const { queues, agents } = await send(storage.getBoard, { now, answeredSince: now - answeredWithinMs });
  return {
    status: 200,
    body: {
      currentTimestamp: toSeconds(now),
      queues: queues.map((row) => toQueue(row, now)),
      agents: agents.map((row) => toAgent(row, now)),
    },
  };
};

const toQueue = (row: storage.BoardRows['queues'][number], now: number): Board['queues'][number] => ({
  id: row.id,
  isOpen: row.isOpen,
  waiting: row.waiting,
  ...(row.oldestAt === null ? {} : { longestWaitSeconds: Math.max(0, toSeconds(now - row.oldestAt)) }),
  offered: row.offered,
  active: row.active,
  answered: row.answered,
  answeredInGoal: row.answeredInGoal,
  goal: { seconds: toSeconds(row.goalMs), percent: row.goalPercent },
});

const toAgent = (row: storage.BoardRows['agents'][number], now: number): Board['agents'][number] => ({
  id: row.id,
  ...withoutEmpty({
    name: row.name,
    leaseTimestamp: row.leaseUntil === 0 ? null : toSeconds(row.leaseUntil),
  }),
  status: row.status,
  statusTimestamp: toSeconds(row.statusSince),
  isConnected: row.leaseUntil > now,
  load: row.load,
  capacity: row.maxLoad,
  skills: row.skills,
});
