import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Storm, StormReport } from './storm.ts';

export type WorkerReport = { taken: string[]; commands: number; kills: number };

/**
 * One of the processes of a race. It is killed so many times, each after its share of the tickets and in the middle of
 * whatever it does then, and another goes on with the rest.
 */
export async function runRaceProcess(options: Storm & { url: string }, kills: number): Promise<WorkerReport> {
  const share = Math.ceil(options.tickets / (kills + 1));
  const report = await runOnce(options, kills > 0 ? share : Infinity);
  const left = options.tickets - report.taken.length;
  if (left <= 0 || report.kills === 0) return report;
  const next = { ...options, tickets: left, worker: options.worker + 1_000 };
  const rest = await runRaceProcess(next, kills - 1);
  return {
    taken: [...report.taken, ...rest.taken],
    commands: report.commands + rest.commands,
    kills: report.kills + rest.kills,
  };
}

async function runOnce(options: Storm & { url: string }, killAfter: number): Promise<WorkerReport> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
  const exited = once(child, 'exit');
  await once(child, 'message');
  const taken: string[] = [];
  let commands = 0;
  child.on('message', (report: StormReport) => {
    taken.push(report.taken);
    commands = report.commands;
    if (taken.length === killAfter) child.kill('SIGKILL');
  });
  child.send(options);
  const [code, signal] = await exited;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`a process of the race ended with ${code}`);
  return { taken, commands, kills: signal === 'SIGKILL' ? 1 : 0 };
}
