import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { secret } from './start-server.ts';

export type CrewMember = { id: string; email: string; name: string; token: string };
/** The people of every desk that is measured, and the backend that takes chats in. */
export type Crew = { service: string; agents: readonly CrewMember[] };

export async function createCrew(size: number): Promise<Crew> {
  const agents = Array.from({ length: size }, async (_, i) => {
    const person = { id: randomUUID(), email: `agent-${i}@desk.example`, name: `Agent ${i}` };
    const { id, ...claims } = person;
    return { ...person, token: await sign(id, { role: 'agent', ...claims }) };
  });
  return { service: await sign('case-management', { role: 'service' }), agents: await Promise.all(agents) };
}

export const sign = (sub: string, claims: Record<string, string>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
