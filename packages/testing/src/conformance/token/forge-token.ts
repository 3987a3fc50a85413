import { base64url } from 'jose';

const bytes = (text: string) => new TextEncoder().encode(text);

export const hmac = async (hash: 'SHA-256' | 'SHA-384' | 'SHA-512', secret: string, input: string) => {
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash }, false, ['sign']);
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(input))));
};

/** Builds a JWT by hand. `payload` is a text, so that it can be invalid JSON. */
export const forgeToken = async (
  header: Readonly<Record<string, unknown>>,
  payload: string,
  sign: (input: string) => string | Promise<string>,
) => {
  const input = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(payload)}`;
  return `${input}.${await sign(input)}`;
};
