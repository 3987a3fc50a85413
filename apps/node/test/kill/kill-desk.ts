import { seededRandom } from '@chat-ticket/testing';
import { startChaosDesk } from '../live/start-chaos-desk.ts';
import { expectKept } from './expect-kept.ts';
import { type KillSize, workUntilKilled } from './work-until-killed.ts';

/** Kills a desk at work with SIGKILL, and expects that each acknowledged change is stored exactly once. */
export async function killDesk(size: KillSize, seed: number): Promise<{ chats: number; repeats: number }> {
  console.log(`kill: seed ${seed}`);
  const desk = await startChaosDesk();
  const { service, chats, repeats } = await workUntilKilled(desk, size, seededRandom(seed));
  console.log(`kill: ${size.kills} kills, ${chats.length} chats, ${repeats} requests sent again`);
  await expectKept(service, chats, desk.dataDir);
  return { chats: chats.length, repeats };
}
