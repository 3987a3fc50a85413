import { Role } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgeToken, hmac } from '../conformance/token/forge-token.ts';
import { issueToken } from '../issue-token.ts';
import type { Desk } from '../open-desk.ts';
import { oddJson } from './odd-json.ts';

const alphabet = 'ABCxyz019-_.=+/ ';
const now = () => Math.floor(Date.now() / 1000);

/** A change of one character of a token. */
const edit = fc.record({
  at: fc.nat(1_000),
  kind: fc.constantFrom('replace', 'remove', 'insert'),
  character: fc.constantFrom(...alphabet),
});

const applyEdit = (
  token: string,
  { at, kind, character }: { at: number; kind: string; character: string },
) => {
  const index = at % token.length;
  const rest = token.slice(kind === 'insert' ? index : index + 1);
  return token.slice(0, index) + (kind === 'remove' ? '' : character) + rest;
};

const claims = fc.record(
  {
    sub: fc.constantFrom('ann', 'idp|1', 'a@desk.example'),
    role: fc.constantFrom(...Role.options),
    exp: fc.constantFrom(now() + 3600, now() + 1e6),
    iat: fc.constantFrom(now(), now() - 3600),
    nbf: fc.constantFrom(now(), now() - 3600),
    workspace: fc.constant('default'),
    room: fc.uuid(),
    email: fc.emailAddress(),
    name: fc.string({ maxLength: 20 }),
  },
  { requiredKeys: ['sub', 'role', 'exp'] },
);

/** The bytes of a token without the unused bits of the last character, which base64url decoders ignore. */
const canonical = (token: string) =>
  token
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString('base64url'))
    .join('.');

const statusWith = async (desk: Desk, token: string) => {
  const response = await desk.client(token).call('listStatuses');
  return response.error?.code ?? response.status;
};

/** Declares tests with generated bearer tokens: edited ones, and signed ones with odd claims. */
export const tokenFuzz = (desk: Desk, { numRuns, seed }: { numRuns: number; seed: number }) =>
  describe('generated tokens', () => {
    it('are refused if any of their bytes was changed', async () => {
      const token = await issueToken({ secret: desk.secret(), sub: 'ann', role: 'admin' });
      const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const edited = edits.reduce(applyEdit, token);
        fc.pre(canonical(edited) !== canonical(token));
        expect(['token_invalid', 'token_missing']).toContain(await statusWith(desk, edited));
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
    });

    it('are accepted or refused by their claims, and never cause a fault', async () => {
      const property = fc.asyncProperty(oddJson(claims), async (payload) => {
        const token = await forgeToken({ alg: 'HS256' }, payload, (input) =>
          hmac('SHA-256', desk.secret(), input),
        );
        const status = await statusWith(desk, token);
        expect([
          200,
          'token_invalid',
          'token_expired',
          'token_revoked',
          'workspace_unknown',
          'role_not_allowed',
        ]).toContain(status);
        if (status !== 200) return;
        const { sub, role, exp } = JSON.parse(payload) as Record<string, unknown>;
        expect({ sub, role, exp }).toEqual({
          sub: expect.any(String),
          role: expect.stringMatching(`^(${Role.options.join('|')})$`),
          exp: expect.any(Number),
        });
        expect(Number(exp)).toBeLessThan(Number.MAX_SAFE_INTEGER);
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
    });
  });
