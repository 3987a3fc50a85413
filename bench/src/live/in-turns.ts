import { type LiveContender, liveContenderNames } from './contenders.ts';

export type Progress = (line: string) => void;
export type Samples<Sample> = Record<LiveContender, Sample[]>;

/** Round by round one sample of each, in turned order, so that what drifts in the machine drifts for both. */
export async function inTurns<Sample>(
  what: string,
  { warmUpRounds, rounds }: { warmUpRounds: number; rounds: number },
  sample: (name: LiveContender) => Promise<Sample>,
  progress: Progress,
): Promise<Samples<Sample>> {
  const samples: Samples<Sample> = { floor: [], desk: [] };
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    for (const name of round % 2 ? liveContenderNames.toReversed() : liveContenderNames) {
      const taken = await sample(name);
      if (round >= warmUpRounds) samples[name].push(taken);
      progress(`${what}, round ${round}, ${name}`);
    }
  }
  return samples;
}
