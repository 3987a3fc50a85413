import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { secret } from './start-server.ts';

export type Agent = { id: string; email: string; name: string; token: string };
/** The agents of every measured server, and the token of the service that creates tickets. */
export type Users = { serviceToken: string; agents: readonly Agent[] };

export async function createUsers(agentCount: number): Promise<Users> {
  const agents = Array.from({ length: agentCount }, async (_, i) => {
    const person = { id: randomUUID(), email: `agent-${i}@desk.example`, name: `Agent ${i}` };
    const { id, ...claims } = person;
    return { ...person, token: await sign(id, { role: 'agent', ...claims }) };
  });
  return {
    serviceToken: await sign('case-management', { role: 'service' }),
    agents: await Promise.all(agents),
  };
}

/** Signs a token that is valid for an hour. */
export const sign = (sub: string, claims: Record<string, string>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
