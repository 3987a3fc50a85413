import { type LiveServerName, liveServerNames } from './servers.ts';

export type Progress = (line: string) => void;
export type Samples<Sample> = Record<LiveServerName, Sample[]>;

/**
 * Takes one sample of each server in each round. The order is reversed every other round, so that a slow phase of the
 * machine affects both servers.
 */
export async function interleave<Sample>(
  label: string,
  { warmUpRounds, rounds }: { warmUpRounds: number; rounds: number },
  takeSample: (name: LiveServerName) => Promise<Sample>,
  progress: Progress,
): Promise<Samples<Sample>> {
  const samples: Samples<Sample> = { baseline: [], desk: [] };
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    for (const name of round % 2 ? liveServerNames.toReversed() : liveServerNames) {
      const sample = await takeSample(name);
      if (round >= warmUpRounds) samples[name].push(sample);
      progress(`${label}, round ${round}, ${name}`);
    }
  }
  return samples;
}
