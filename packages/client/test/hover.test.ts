import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLanguageServer } from './language-server.ts';

const file = join(import.meta.dirname, 'editor.fixture.ts');
const server = startLanguageServer(join(import.meta.dirname, '..'));
let hover: (code: string) => Promise<string>;

beforeAll(async () => {
  ({ hover } = await server.open(file, await readFile(file, 'utf8')));
});
afterAll(() => server.stop());

describe('an editor shows', () => {
  it('a readable signature of a method', async () => {
    expect(await hover('createTicket({')).toContain(
      'createTicket: (input: CreateTicketInput, options?: CallOptions) => Promise<CreateTicketResult>',
    );
    expect(await hover('setPickedTime(')).toContain(
      'setPickedTime: (input: SetPickedTimeInput, options?: CallOptions) => Promise<SetPickedTimeResult>',
    );
  });

  it('what a method does, its input, its errors and an example', async () => {
    const shown = await hover('createTicket({');
    expect(shown).toContain('Create a ticket.');
    expect(shown).toContain('`POST /cs-chat-ticket/v1/tickets`. Roles: service.');
    expect(shown).toContain('`input.customer` - The customer of a ticket.');
    expect(shown).toContain('`input.idempotencyKey` - Makes the request safe to repeat');
    expect(shown).toContain('`queue_closed` (409): The queue takes no chats outside its opening hours.');
    expect(shown).toContain('`unexpected_response`');
    expect(shown).toMatch(/@throws.*aborted signal/);
    expect(shown).toContain('const result = await client.createTicket({ customer: { id:');
  });

  it.each([
    ['customer: {', 'customer: Customer', 'The customer of a ticket.'],
    ["id: 'c-1'", 'id: string', 'The customer’s id in the integrating system. 1 to 256 characters.'],
    ["orderId: 'o-1'", 'orderId?: string', 'The id of the order that the chat is about.'],
    ["idempotencyKey: 'chat-1'", 'idempotencyKey?: string', 'Sent as the header `Idempotency-Key`.'],
    ['ticketID })', 'ticketID: string', 'The ticket’s id.'],
    ['pickTimeoutSeconds: 45', 'pickTimeoutSeconds?: number', 'in seconds. Up to 1 day.'],
  ])('a field of an input: %s', async (code, signature, doc) => {
    const shown = await hover(code);
    expect(shown).toContain(signature);
    expect(shown).toContain(doc);
  });

  it('the default of a field', async () => {
    expect(await hover('pickTimeoutSeconds: 45')).toMatch(/@default.*60/s);
  });

  it.each([
    ['result = await', 'const result: CreateTicketResult', ''],
    ['data.metadata', 'data: TicketRecord', 'The body of the response.'],
    ['metadata.assigned', 'metadata: Metadata', 'The metadata of a ticket.'],
    ['assignedTimestamp', 'assignedTimestamp?: number', 'in seconds since 1970.'],
    [
      'code;',
      'code: ClientErrorCode | RouteErrorCode<"createTicket">',
      'The code of the error, for programs.',
    ],
    ['queues, v', 'queues: QueueSetting[]', 'A ticket goes to the first queue that takes it.'],
  ])('a field of a result: %s', async (code, signature, doc) => {
    const shown = await hover(code);
    expect(shown).toContain(signature);
    expect(shown).toContain(doc);
  });

  it.each([
    ['baseUrl: ', 'baseUrl: string', 'The address of the desk'],
    ['timeoutMs: ', 'timeoutMs?: number', 'in milliseconds'],
    ['live({', 'live: (options: LiveOptions) => Live', 'reconnects automatically'],
    ['onReset: ', 'onReset: () => void | Promise<void>', 'load the state that it shows'],
    ['onEvent: ', 'onEvent: (event: LiveEvent) => unknown', 'once, with none left out'],
    ['resumeFrom: ', 'resumeFrom?: number', 'the last event that the app has handled'],
    ['timestampMs', 'timestampMs: number', 'in milliseconds since 1970'],
  ])('an option or event of the client: %s', async (code, signature, doc) => {
    const shown = await hover(code);
    expect(shown).toContain(signature);
    expect(shown.replaceAll('\n', ' ')).toContain(doc);
  });

  it('a type and a schema of the contract', async () => {
    expect(await hover('SettingsInput }')).toContain('as a caller sends them');
    expect(await hover('Settings, type')).toContain('Schema of the workspace’s settings.');
  });

  it('no inferred type in place of a name', async () => {
    for (const code of ['createTicket({', 'setPickedTime(', 'putSettings(', 'result = await', 'saved = '])
      expect(await hover(code)).not.toMatch(/Flatten|RouteInput|readonly method|\.\.\. \d+ more/);
  });
});
