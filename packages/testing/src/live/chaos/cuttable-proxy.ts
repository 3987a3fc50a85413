import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type CuttableProxy = {
  /** The address of the desk through the proxy. */
  readonly url: string;
  /** Resets every open connection, possibly in the middle of a frame, and returns their number. */
  cut(): number;
  close(): void;
};

/** Opens a TCP proxy to a desk that can reset its connections without a close frame. */
export async function openCuttableProxy(deskUrl: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(deskUrl);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const desk = connect(Number(port), hostname);
    desk.once('connect', () => client.destroyed || open.add(client));
    client.once('close', () => open.delete(client));
    forward(client, desk);
    forward(desk, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    const connections = [...open];
    for (const client of connections) client.resetAndDestroy();
    return connections.length;
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

function forward(from: Socket, to: Socket): void {
  from.on('data', (chunk) => to.write(chunk));
  from.on('error', () => {});
  from.on('close', () => to.destroy());
}
