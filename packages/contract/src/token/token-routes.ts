import { basePath } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { roomID } from '../route/parameters.ts';
import { RoomToken } from './room-token.ts';
import { RevokedTokens, RevokeTokensParam } from './token.ts';

/** Tokens that the desk signs and revokes. */
export const tokenRoutes = defineRoutes({
  createRoomToken: {
    method: 'POST',
    path: `${basePath}/v1/rooms/{roomID}/token`,
    tag: 'room',
    summary: 'Create a customer’s token for a room',
    description:
      'Returns a token for the customer of the room’s ticket. It gives access to this room only and expires after 24 hours. A desk that verifies the tokens of another issuer cannot sign one.',
    access: ['service'],
    idempotent: true,
    params: { roomID },
    responses: { 200: RoomToken },
    errors: ['room_not_found', 'token_not_issued_here'],
  },
  revokeTokens: {
    method: 'POST',
    path: `${basePath}/v1/tokens/revoke`,
    tag: 'desk',
    summary: 'Revoke a person’s tokens',
    description:
      'Revokes all tokens of a person that were issued until now. The desk refuses calls with them at once, and closes their live connections within a minute. It accepts tokens that are issued from the next second on.',
    access: ['service', 'admin'],
    idempotent: true,
    body: RevokeTokensParam,
    responses: { 200: RevokedTokens },
  },
});
