import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { sortKeys, type SortedKeys } from './usable-keys.ts';

/** How long the desk verifies tokens with the last key set that it got, in ms. */
export const keySetLifetimeMs = 12 * 3_600_000;
/** How long the desk does not ask for the key set after it could not get it, in ms. */
const pauseAfterFailureMs = 10_000;

/** The most characters that a key set may have. */
const maxKeySetLength = 1_048_576;

/** The key set could not be fetched, and there is no recent one. This is not the fault of a token. */
export class KeySetUnavailable extends Error {
  override readonly name = 'KeySetUnavailable';
}

/** The key set that verifies tokens. */
export type KeySet = {
  /** Finds the key of a token. Throws `KeySetUnavailable`, or an error of `jose` about the token. */
  getKey: JWTVerifyGetKey;
  /**
   * Fetches the key set if it is not fresh. Returns what is wrong if that fails; `isUsable` says whether an earlier key
   * set still serves. `hasUnusableKeys` says whether the last set has keys that the desk cannot use.
   */
  check(): Promise<{ isUsable: boolean; problem: string | undefined; hasUnusableKeys: boolean }>;
};

type Good = { keys: JWTVerifyGetKey; unusable: string | undefined; at: number };

/**
 * Creates the key set at a URL. `jose` fetches it again every 10 minutes, and when a token has an unknown key. A key that the
 * desk cannot use counts as missing. `warn` gets a message that names such keys, once for the same keys.
 */
export function createKeySet(
  url: string,
  warn: (message: string) => void = () => {},
  now: () => number = Date.now,
): KeySet {
  let good: Good | undefined;
  let failed: { until: number; error: unknown } | undefined;
  const remote = createRemoteJWKSet(new URL(url), {
    [customFetch]: async (...request) => {
      const { keys, unusable } = await fetchKeys(...request);
      if (unusable !== undefined && unusable !== good?.unusable) warn(unusableKeys(unusable));
      good = { keys: createLocalJWKSet({ keys }), unusable, at: now() };
      return Response.json({ keys });
    },
  });

  const succeed = (): void => {
    failed = undefined;
  };
  const unavailable = () => new KeySetUnavailable('The key set is not available.', { cause: failed?.error });
  /** Finds the key in the last key set. A key that is missing there can be a new one, so the token is not to blame. */
  const getRecentKey: JWTVerifyGetKey = async (header, token) => {
    if (!good || now() - good.at >= keySetLifetimeMs) throw unavailable();
    try {
      return await good.keys(header, token);
    } catch (error) {
      throw error instanceof errors.JWKSNoMatchingKey ? unavailable() : error;
    }
  };
  const fail = (error: unknown): void => {
    failed = { until: now() + pauseAfterFailureMs, error };
  };

  return {
    getKey: async (header, token) => {
      if (failed && now() < failed.until) return getRecentKey(header, token);
      try {
        const key = await remote(header, token);
        succeed();
        return key;
      } catch (error) {
        // The key set was fetched, and the fault is the token’s.
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
          succeed();
          throw error;
        }
        fail(error);
        return getRecentKey(header, token);
      }
    },
    check: async () => {
      if (!remote.fresh) await remote.reload().then(succeed, fail);
      const hasUnusableKeys = good?.unusable !== undefined;
      if (!failed) return { isUsable: true, problem: undefined, hasUnusableKeys };
      return {
        hasUnusableKeys,
        isUsable: good !== undefined && now() - good.at < keySetLifetimeMs,
        problem: `The key set of AUTH_JWKS_URL is not available: ${reasonOf(failed.error)}`,
      };
    },
  };
}

/** Fetches a key set. Throws if it has no keys: `jose` would accept it and then refuse every token. */
async function fetchKeys(...request: Parameters<typeof fetch>): Promise<SortedKeys> {
  const response = await fetch(...request);
  if (response.status !== 200) throw new Error(`the server responded with ${response.status}`);
  const set = JSON.parse(await readText(response)) as Partial<JSONWebKeySet> | null;
  if (!Array.isArray(set?.keys) || set.keys.length === 0) throw new Error('the response has no keys');
  const sorted = await sortKeys(set.keys);
  if (sorted.keys.length === 0)
    throw new Error(`the response has no key that the desk can use: ${sorted.unusable}`);
  return sorted;
}

const unusableKeys = (names: string) =>
  `The key set of AUTH_JWKS_URL has keys that the desk cannot use: ${names}. It refuses their tokens.`;

/** The text of a response of at most 1 MiB. A server that never ends its response must not fill the memory. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxKeySetLength) throw new Error('the response is larger than 1 MiB');
  }
  return text + decoder.decode();
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message})` : error.message;
};
