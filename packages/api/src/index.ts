export { type AgentReportQuery, readAgentReport } from './report/get-agent-report.ts';
export { readTicketReport, type TicketReportQuery } from './report/get-ticket-report.ts';
export { readAgentPage } from './agent/list-agents.ts';
export { readTicketPage } from './ticket/search-tickets.ts';
export { type Claims, createTokenSigner, type SignToken } from './auth/create-token-signer.ts';
export {
  createTokenVerifier,
  type TokenVerifier,
  type VerifiedToken,
  type VerifierOptions,
  type VerifyToken,
} from './auth/create-token-verifier.ts';
export { createApp } from './create-app.ts';
export { type AuthKeys, authKeys } from './environment/auth-keys.ts';
export { ConfigError, environmentVariables, parseVariables } from './environment/environment-variables.ts';
export {
  checkWorkspaceUrl,
  serverPlace,
  workspacePlaceholder,
  workspaceUrl,
} from './environment/workspace-url.ts';
export { ApiError, type ErrorOccurrence } from './error/api-error.ts';
export { errorDocument, errorResponse } from './error/render-error.ts';
export { Admission, type AdmissionLimits } from './limit/admission.ts';
export { overloadedRetrySeconds } from './limit/admit.ts';
export { type AddressSource, clientAddress } from './limit/client-address.ts';
export type { Connection } from './live/connection.ts';
export { roomOf } from './live/event-log-reader.ts';
export { Hub, type HubPorts, type RestoredSocket } from './live/hub.ts';
export type { TypingNotice } from './live/room-participants.ts';
export type { Backlog, Socket } from './live/socket.ts';
export { logRecord } from './log/log-record.ts';
export { gapLine } from './log/gap-line.ts';
export { sweepLine } from './log/sweep-line.ts';
export type { AppOptions, LogLine, Ports } from './ports.ts';
export { hasMember, parseBody } from './request/parse-body.ts';
export { parseJson } from './request/read-json.ts';
export { originHeaders } from './route/allow-origins.ts';
export { privateHeaders } from './route/keep-private.ts';
export { routingSentences } from './routing/routing-sentences.ts';
