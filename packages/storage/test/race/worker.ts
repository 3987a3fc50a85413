// The process that `runRaceProcess` starts: one of several that write to the same database at the same time.
import { openFileDatabase } from '../../src/node/open-file-database.ts';
import { type ChaosOptions, runChaos } from './chaos.ts';

process.once('message', async ({ url, ...options }: ChaosOptions & { url: string }) => {
  const db = await openFileDatabase({ url, lockTimeoutMs: 60_000 });
  await runChaos(db, options, (report) => process.send!(report));
  db.close();
  process.disconnect();
});
process.send!('ready');
