import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

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
   * set still serves.
   */
  check(): Promise<{ isUsable: boolean; problem: string | undefined }>;
};

type Good = { keys: JWTVerifyGetKey; at: number };

/** Creates the key set at a URL. `jose` fetches it again every 10 minutes, and when a token has an unknown key. */
export function createKeySet(url: string, now: () => number = Date.now): KeySet {
  let good: Good | undefined;
  let failed: { until: number; error: unknown } | undefined;
  const remote = createRemoteJWKSet(new URL(url), {
    [customFetch]: async (...request) => {
      const set = await fetchKeys(...request);
      good = { keys: createLocalJWKSet(set), at: now() };
      return Response.json(set);
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
      if (!failed) return { isUsable: true, problem: undefined };
      return {
        isUsable: good !== undefined && now() - good.at < keySetLifetimeMs,
        problem: `The key set of AUTH_JWKS_URL is not available: ${reasonOf(failed.error)}`,
      };
    },
  };
}

/** Fetches a key set. Throws if it has no keys: `jose` would accept it and then refuse every token. */
async function fetchKeys(...request: Parameters<typeof fetch>): Promise<JSONWebKeySet> {
  const response = await fetch(...request);
  if (response.status !== 200) throw new Error(`the server responded with ${response.status}`);
  const set = JSON.parse(await readText(response)) as Partial<JSONWebKeySet> | null;
  if (!Array.isArray(set?.keys) || set.keys.length === 0) throw new Error('the response has no keys');
  return { ...set, keys: set.keys };
}

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
