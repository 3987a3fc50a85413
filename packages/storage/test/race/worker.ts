// Run as a process of its own: one of several that work on the same database at the same time.
import { type Storm, storm } from './storm.ts';
import { openFileDatabase } from '../../src/node/open-file-database.ts';

process.once('message', async ({ url, ...options }: Storm & { url: string }) => {
  const db = await openFileDatabase({ url, busyRetries: 1_000 });
  await storm(db, options, (report) => process.send!(report));
  db.close();
  process.disconnect();
});
process.send!('ready');
