import type { Role } from '@chat-ticket/contract';

type Call = [method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>];

/** A request and who sends it. */
export type HttpRequest = [role: Role, sub: string, ...call: Call];

export const asSupervisor = (...call: Call): HttpRequest => ['supervisor', 'sue', ...call];
export const asService = (...call: Call): HttpRequest => ['service', 'backend', ...call];
export const asAgent = (id: string, ...call: Call): HttpRequest => ['agent', id, ...call];
