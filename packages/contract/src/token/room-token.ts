import * as v from 'valibot';
import { Timestamp } from '../scalar/timestamp.ts';
import type * as types from './room-token.types.ts';

/** Schema of the response of POST /v1/rooms/{roomID}/token. */
export const RoomToken = v.pipe(
  v.strictObject({
    token: v.pipe(
      v.string(),
      v.description('A bearer token with the role `customer`, for this room only.'),
      v.examples(['eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiY3VzdG9tZXIifQ.c2lnbmF0dXJl']),
    ),
    expiresTimestamp: v.pipe(
      Timestamp,
      v.description('When the token expires, in seconds since 1970. Get a new one before then.'),
      v.examples([1572586399]),
    ),
  }),
  v.description('A customer’s token for one room.'),
);
/** A customer’s token for one room. */
export type RoomToken = types.RoomToken;
