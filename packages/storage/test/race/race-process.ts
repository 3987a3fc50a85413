import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChaosOptions, ChaosReport } from './chaos.ts';

type Options = ChaosOptions & { url: string };

/** The ids of the created tickets, the number of commands and the number of kills. */
export type ProcessReport = { created: string[]; commands: number; kills: number };

/**
 * Runs the chaos of one worker in a process. The process is killed `kills` times: each time after an equal share of the
 * tickets, whatever it is doing then. A new process creates the remaining tickets.
 */
export async function runRaceProcess(options: Options, kills: number): Promise<ProcessReport> {
  const share = Math.ceil(options.tickets / (kills + 1));
  const report = await runOnce(options, kills > 0 ? share : Infinity);
  const remaining = options.tickets - report.created.length;
  if (remaining <= 0 || report.kills === 0) return report;
  const next = { ...options, tickets: remaining, worker: options.worker + 1_000 };
  const rest = await runRaceProcess(next, kills - 1);
  return {
    created: [...report.created, ...rest.created],
    commands: report.commands + rest.commands,
    kills: report.kills + rest.kills,
  };
}

async function runOnce(options: Options, killAfter: number): Promise<ProcessReport> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)));
  const exited = once(child, 'exit');
  await once(child, 'message');
  const created: string[] = [];
  let commands = 0;
  child.on('message', (report: ChaosReport) => {
    created.push(report.created);
    commands = report.commands;
    if (created.length === killAfter) child.kill('SIGKILL');
  });
  child.send(options);
  const [code, signal] = await exited;
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`A process of the race exited with code ${code}. Its output says why.`);
  return { created, commands, kills: signal === 'SIGKILL' ? 1 : 0 };
}
