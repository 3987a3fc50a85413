/** Returns a number that is uniform in [0, 1). */
export type Random = () => number;

/**
 * A generator for each (seed, run, stream): sfc32 by Chris Doty-Humphrey. The three numbers are its initial state, so no
 * two of them share a sequence. Each is taken modulo 2 ** 32.
 */
export function createRandom(seed: number, run: number, stream: number): Random {
  let [a, b, c, counter] = [seed | 0, run | 0, stream | 0, 1];
  const next = () => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return (word >>> 0) / 4_294_967_296;
  };
  // Small numbers have few bits set. These rounds mix them.
  for (let i = 0; i < 20; i++) next();
  return next;
}
