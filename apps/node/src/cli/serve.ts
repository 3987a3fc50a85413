import { once } from 'node:events';
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

  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const hardExit = setTimeout(() => {
    log({ level: 'error', message: 'stop took too long', requestId: 'stop' });
    process.exit(1);
  }, hardExitMs);
  await server.stop(stopGraceMs);
  await demo?.close();
  await sweeper.stop();
  await desk.close();
  clearTimeout(hardExit);
}
