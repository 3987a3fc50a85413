import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import type { Token } from './refusing-revoked.ts';

const selectRevoked = select<{ tokens: readonly Token[] }, { index: number }>`
  select token.key as "index"
  from json_each(:tokens) token join token_revocations
    on token_revocations.role = token.value ->> 'role' and token_revocations.sub = token.value ->> 'sub'
    and token_revocations.issued_until >= token.value ->> 'issuedAt'`;

/** The indexes in `tokens` of the tokens that were revoked. */
export const findRevokedTokens = query({ answer: { revoked: selectRevoked } });
