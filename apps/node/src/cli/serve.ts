import { once } from 'node:events';
import manifest from '../../package.json' with { type: 'json' };
import { parseConfig } from '../config/parse-config.ts';
import { describeDemo } from '../demo/describe-demo.ts';
import { prepareDemo } from '../demo/prepare-demo.ts';
import { createLog } from '../server/create-log.ts';
import { listen } from '../server/listen.ts';
import { openDesk } from '../server/open-desk.ts';
import { startSweeper } from '../server/start-sweeper.ts';

// The whole stop must take less than 10 s, pending writes included.
const stopGraceMs = 8_000;
const hardExitMs = 9_500;

const signals = ['SIGTERM', 'SIGINT'] as const;

export async function serve(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  const demo = config.isLocal ? await prepareDemo(config, log) : undefined;
  const desk = await openDesk(config, log);
  const server = await listen(desk, config);
  const sweeper = startSweeper(desk.databases, desk.hubs, log);
  console.error(`chat-ticket listens on ${server.url}`);
  console.error(`\n  API reference   ${server.url}/docs`);
  if (demo) console.error(describeDemo(demo, server.url));
  demo?.attend();
  log({
    level: 'info',
    message: 'start',
    requestId: 'start',
    version: manifest.version,
    runtime: runtimeName(),
    url: server.url,
    database: desk.databases.areEmbedded ? 'file' : 'remote',
    pid: process.pid,
  });

  const signal = await Promise.race(signals.map((name) => once(process, name).then(() => name)));
  const stoppedAt = Date.now();
  log({ level: 'info', message: 'stop', requestId: 'stop', signal });
  const hardExit = setTimeout(() => {
    log({ level: 'error', message: 'stop took too long', requestId: 'stop' });
    process.exit(1);
  }, hardExitMs);
  await server.stop(stopGraceMs);
  await demo?.close();
  await sweeper.stop();
  await desk.close();
  clearTimeout(hardExit);
  log({ level: 'info', message: 'stopped', requestId: 'stop', durationMs: Date.now() - stoppedAt });
}

/** The runtime and its version, such as `node 24.1.0`. */
function runtimeName(): string {
  const name = (['bun', 'deno'] as const).find((one) => process.versions[one] !== undefined) ?? 'node';
  return `${name} ${process.versions[name]}`;
}
