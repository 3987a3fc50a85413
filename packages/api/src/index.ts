export { type Claims, createSigner, type SignToken } from './auth/create-signer.ts';
export {
  createVerifier,
  type VerifiedToken,
  type VerifierOptions,
  type VerifyToken,
} from './auth/create-verifier.ts';
export type { Admission } from './live/admission.ts';
export type { Connection } from './live/connection.ts';
export type { Typing } from './live/room-parties.ts';
export type { Backlog, Socket } from './live/socket.ts';
export { type HubPorts, type RestoredSocket, Hub } from './live/hub.ts';
export { createApp } from './create-app.ts';
export { ApiError } from './error/api-error.ts';
export type { LogEntry, Ports, Settings } from './ports.ts';
export { parseBody } from './request/parse-body.ts';
export { checkJson } from './request/read-json.ts';
export { type AuthKeys, authKeys } from './environment/auth-keys.ts';
export { ConfigError, deskVariables, parseVariables } from './environment/desk-variables.ts';
export { workspacePlaceholder, workspaceUrl } from './environment/workspace-url.ts';
