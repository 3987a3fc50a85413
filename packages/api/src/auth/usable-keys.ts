import { createLocalJWKSet, errors, type JSONWebKeySet } from 'jose';

/** The algorithms of tokens that a key set verifies. */
export const keySetAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

const minModulusLength = 2048;
/** How many unusable keys a message names, and how much of the `kid` of each. Their issuer chooses both. */
const maxNamed = 5;
const maxKidLength = 64;

/** A key set, sorted. */
export type SortedKeys = {
  /** The keys that can verify a token, and those of other algorithms, which match no token. */
  keys: JSONWebKeySet['keys'];
  /** Names the keys that match a token and cannot verify it, and says why. Undefined: there is none. */
  unusable: string | undefined;
};

/** Removes the keys that would match a token and cannot verify it, such as an RSA key of 1024 bits. */
export async function sortKeys(keys: readonly unknown[]): Promise<SortedKeys> {
  const reasons = await Promise.all(keys.map(reasonNotToUse));
  const named = keys.flatMap((key, n) =>
    reasons[n] === undefined ? [] : [`${nameOf(key)} (${reasons[n]})`],
  );
  const more = named.length > maxNamed ? ` and ${named.length - maxNamed} more` : '';
  return {
    keys: keys.filter((_, n) => reasons[n] === undefined) as JSONWebKeySet['keys'],
    unusable: named.length === 0 ? undefined : named.slice(0, maxNamed).join(', ') + more,
  };
}

async function reasonNotToUse(key: unknown): Promise<string | undefined> {
  for (const alg of keySetAlgorithms) {
    try {
      const { algorithm } = await createLocalJWKSet({ keys: [key as JSONWebKeySet['keys'][number]] })({
        alg,
      });
      if ('modulusLength' in algorithm && Number(algorithm.modulusLength) < minModulusLength)
        return `it has fewer than ${minModulusLength} bits`;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) continue;
      return 'it is not a valid public key';
    }
  }
  return undefined;
}

function nameOf(key: unknown): string {
  const kid = typeof key === 'object' && key !== null && 'kid' in key ? key.kid : undefined;
  return typeof kid === 'string' ? JSON.stringify(kid.slice(0, maxKidLength)) : 'a key without `kid`';
}
