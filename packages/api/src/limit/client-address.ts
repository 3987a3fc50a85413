/** Where the address of a client is. */
export type AddressSource = {
  /** The header in which a trusted proxy passes it on, such as X-Forwarded-For. Null: no header is trusted. */
  header: string | null;
  /** How many trusted proxies have added an address to the header. The client wrote everything before them. */
  hops: number;
};

/** The longest text that is an address with a port. A client that reaches the desk without its proxy can send any text. */
const maxAddressLength = 64;

/** The address of the client, by which failed tokens are counted. Undefined if it is not known. */
export function clientAddress(
  { headers }: Pick<Request, 'headers'>,
  peer: string | undefined,
  { header, hops }: AddressSource,
): string | undefined {
  if (header === null) return peer && network(peer);
  const addresses = (headers.get(header) ?? '').split(',').map((address) => address.trim());
  const address = addresses.at(-hops) || peer;
  return address && network(address.slice(0, maxAddressLength));
}

/** An IPv6 address without its lower half: one client has all addresses of a /64. Others as they are. */
function network(address: string): string {
  const bare = address.replace(/^\[|\](?::\d+)?$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!bare.includes(':')) return bare;
  if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare)) return bare.replace(/:\d+$/, '');
  const [before = '', after] = bare.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array.from({ length: zeros }, () => '0'), ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
