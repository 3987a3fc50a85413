import { spawn } from 'node:child_process';
import { styleText } from 'node:util';

export type Task = {
  name: string;
  /** A shell command. It passes when it exits with 0. */
  command: string;
  /** What a person does when it fails. */
  fix: string;
};

type Result = { task: Task; ok: boolean; output: string };

/** Runs all tasks side by side, also when one fails, and returns a report and whether all passed. */
export async function runTasks(tasks: readonly Task[]): Promise<{ ok: boolean; report: string }> {
  const results = await Promise.all(tasks.map(runTask));
  const failed = results.filter(({ ok }) => !ok);
  const lines = [
    ...results.map(({ task, ok }) =>
      ok ? styleText('green', `✓ ${task.name}`) : styleText('red', `✗ ${task.name}`),
    ),
    ...failed.flatMap(({ task, output }) => [
      '',
      styleText('bold', `${task.name}: ${task.command}`),
      output.trimEnd(),
    ]),
    ...(failed.length > 0 ? [''] : []),
    ...failed.map(({ task }) => `${styleText('red', `${task.name} failed.`)} ${task.fix}`),
  ];
  return { ok: failed.length === 0, report: lines.join('\n') };
}

/** The output is kept until the end: tasks run side by side, and each report stays in one piece. */
function runTask(task: Task): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(task.command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('close', (code) => resolve({ task, ok: code === 0, output }));
  });
}
