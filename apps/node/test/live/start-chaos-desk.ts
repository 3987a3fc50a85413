import type { ChaosDesk } from '@chat-ticket/testing';
import { onTestFinished } from 'vitest';
import { freshFolder } from '../fresh-folder.ts';
import { secret, startDesk } from '../start-desk.ts';
import { freePort } from './free-port.ts';

/** Starts a desk on Node that can be killed and restarted with its data. Stops it after the test. */
export async function startChaosDesk(): Promise<ChaosDesk & { dataDir: string }> {
  const dataDir = freshFolder();
  const environment = {
    AUTH_SECRET: secret,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
  };
  let desk = await startDesk('node', environment);
  onTestFinished(async () => {
    await desk.stop();
  });
  return {
    baseUrl: desk.url,
    secret,
    dataDir,
    killAndRestart: async () => {
      const exited = new Promise((resolve) => desk.process.once('exit', resolve));
      desk.process.kill('SIGKILL');
      await exited;
      desk = await startDesk('node', environment);
    },
  };
}
