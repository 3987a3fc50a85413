import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');

type Message = { id?: number; method?: string; params?: unknown; result?: unknown; error?: unknown };

/** TypeScript’s language server over stdio, as an editor runs it. */
export function startLanguageServer(folder: string) {
  const server = spawn(tsc, ['--lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const pending = new Map<number, (message: Message) => void>();
  let lastId = 0;

  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method: string, params: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, ({ result, error }) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(result),
      );
      send({ id, method, params });
    });
  const receive = (message: Message) => {
    if (message.id === undefined) return;
    // A request of the server, such as for the editor’s configuration: it has none.
    if (message.method !== undefined) send({ id: message.id, result: null });
    else pending.get(message.id)?.(message);
  };

  let received = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const [header, length] =
        /^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/i.exec(received.toString('latin1')) ?? [];
      if (header === undefined || received.length < header.length + Number(length)) return;
      const body = received.subarray(header.length, header.length + Number(length));
      received = received.subarray(header.length + Number(length));
      receive(JSON.parse(body.toString()) as Message);
    }
  });

  const ready = request('initialize', {
    processId: process.pid,
    rootUri: String(pathToFileURL(folder)),
    capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } },
  }).then(() => send({ method: 'initialized', params: {} }));

  return {
    /** Opens a file with this text. */
    async open(file: string, text: string) {
      await ready;
      const uri = String(pathToFileURL(file));
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'typescript', version: 1, text } },
      });
      return {
        /** Returns what an editor shows over the first place where the text begins with `code`. */
        async hover(code: string): Promise<string> {
          const at = text.indexOf(code);
          if (at < 0) throw new Error(`the file does not contain ${code}`);
          const lines = text.slice(0, at).split('\n');
          const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
          const result = await request('textDocument/hover', { textDocument: { uri }, position });
          return (result as { contents: { value: string } } | null)?.contents.value ?? '';
        },
      };
    },
    stop: () => server.kill(),
  };
}
