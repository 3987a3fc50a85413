import { readFile } from 'node:fs/promises';

/** A piece of TypeScript in the documentation. */
export type DocumentedCode = { readonly from: string; readonly code: string };

/** Returns the TypeScript blocks of a Markdown file. */
export async function markdownCode(file: string): Promise<DocumentedCode[]> {
  const blocks = (await readFile(file, 'utf8')).matchAll(/^```ts\n([^]*?)^```$/gm);
  return [...blocks].map(([, code = '']) => ({ from: file, code }));
}

/** Returns the statements of the `@example` tags of a source file. A tag that shows a value has none. */
export async function exampleCode(file: string): Promise<DocumentedCode[]> {
  const tags = (await readFile(file, 'utf8')).matchAll(/^ *\* @example\n((?: *\* (?!@).*\n)+)/gm);
  return [...tags]
    .map(([, lines = '']) => ({ from: file, code: lines.replaceAll(/^ *\* /gm, '') }))
    .filter(({ code }) => code.includes(';'));
}

/** Returns what the code prints by its comments: the text after `//` on each line that prints. */
export const printedLines = (code: string): string[] =>
  [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text);

/** Declares what the examples use and do not declare. */
export const examplesPrelude = `
import type * as c from '@chat-ticket/client';
import type * as contract from '@chat-ticket/contract';
import type * as openapi from '@chat-ticket/contract/openapi';
declare global {
  const createClient: typeof c.createClient;
  const unwrap: typeof c.unwrap;
  const ChatTicketError: typeof c.ChatTicketError;
  type RouteInput<Name extends contract.RouteName> = c.RouteInput<Name>;
  type RouteData<Name extends contract.RouteName> = c.RouteData<Name>;
  type RouteErrorCode<Name extends contract.RouteName> = c.RouteErrorCode<Name>;
  const routes: typeof contract.routes;
  const defaultSettings: typeof contract.defaultSettings;
  const diffSettings: typeof contract.diffSettings;
  const openApiDocument: typeof openapi.openApiDocument;
  const client: c.Client;
  const ticketID: string;
  const roomID: string;
  function readToken(): string;
  function showSignIn(): void;
  function reloadTickets(): Promise<void>;
  function showTickets(tickets: contract.Ticket[]): void;
  function showPage(agents: contract.ListedAgent[]): void;
  function addTicket(ticketId: string): void;
  function addMessage(roomId: string, seq: number, text: string | null | undefined): void;
  function showTyping(roomId: string, from: c.Typing['from']): void;
  function showPlace(position: number | undefined): void;
  function showConnection(state: c.LiveState, detail: string | undefined): void;
}
`;
