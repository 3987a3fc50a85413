import type { Desk } from '../../open-desk.ts';

/** A word that no other message has. */
export const newWord = () => `w${crypto.randomUUID().replaceAll('-', '')}`;

/** Searches as a supervisor. */
export const searchFor = (desk: Desk) => {
  const page = async (query: { q: string; limit?: number }) =>
    (await desk.signIn({ role: 'supervisor' })).ok('searchMessages', 200, { query });
  return {
    page,
    search: async (q: string, limit = 20) => (await page({ q, limit })).results,
  };
};
