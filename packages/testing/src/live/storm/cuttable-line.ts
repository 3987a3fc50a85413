import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CuttableLine = {
  /** Where the desk answers through it. */
  readonly url: string;
  /** Ends what runs through it in the middle of whatever it is, and answers how many connections that were. */
  cut(): number;
  close(): void;
};

/** A way to a desk on which neither side is told why a connection ends. */
export async function openCuttableLine(deskUrl: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(deskUrl);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    far.once('connect', () => near.destroyed || open.add(near));
    near.once('close', () => open.delete(near));
    join(near, far);
    join(far, near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    const cutNow = [...open];
    for (const near of cutNow) near.resetAndDestroy();
    return cutNow.length;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () => {
      cut();
      server.close();
    },
  };
}

function join(from: Socket, to: Socket): void {
  from.on('data', (chunk) => to.write(chunk));
  from.on('error', () => {});
  from.on('close', () => to.destroy());
}
