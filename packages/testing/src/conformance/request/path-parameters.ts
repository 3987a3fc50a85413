import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { allowedClient, expectAccepted, validBody } from './valid-body.ts';
import { routeTable } from './route-table.ts';

const routesWithParameter = routeTable.filter(({ route }) => Object.keys(route.params).length > 0);

/** Invalid ids as they are written in the URL. */
const malformed = [
  ['a NUL character', '%00'],
  ['an id with a NUL character', 'a%00b'],
  ['a relative path', '..%2F..%2Fetc%2Fpasswd'],
  ['a relative path of Windows', '..%5C..%5Cwindows'],
  ['a slash', '%2F'],
  ['a space', '%20'],
  ['an id with a line break', 'a%0D%0AX-Injected:%201'],
  ['a right-to-left override', '%E2%80%AE'],
  ['an id with a no-break space', 'a%C2%A0b'],
  ['an emoji', '%F0%9F%8E%A7'],
  ['an id with a percent sign', 'a%2500'],
  ['half of a surrogate pair', '%ED%A0%80'],
  ['not UTF-8', '%FF%FE'],
  ['an overlong slash', '%C0%AF'],
  ['an incomplete percent escape', '%E0%A4%A'],
  ['a malformed percent escape', '%zz'],
  ['129 characters', 'a'.repeat(129)],
  ['10 KB', 'a'.repeat(10_240)],
  ['SQL', "a'%20OR%20'1'='1"],
] as const;

// A client resolves `a/../b` before it sends it, and the result may be the path of another route.
const isRoute = (path: string) =>
  routeTable.some(({ route }) => route.path === new URL(path, 'http://desk.example').pathname);

/**
 * Proves for every route with a path parameter which ids it refuses and accepts, and that no id escapes its path.
 * Each id is written into the URL as it is, so that no client encodes it.
 */
export const pathParameters = (desk: Desk) =>
  describe.each(routesWithParameter)('an id in the path of $name', ({ name, route }) => {
    const [parameter = ''] = Object.keys(route.params);
    const pathWith = (id: string) => route.path.replace(/\{\w+\}/, () => id);

    it.each(malformed)('is refused when it is %s', async (_, id) => {
      const client = await allowedClient(desk, name);
      const options = { ...validBody(name), path: pathWith(id) };
      const error = await client.refused(name, 'parameter_invalid', options);
      expect(error?.source).toEqual({ parameter });
    });

    it('may have up to 128 visible ASCII characters', async () => {
      const client = await allowedClient(desk, name);
      for (const id of ['a'.repeat(128), ';--', '__proto__', 'a.b', '%3Cb%3E', '*']) {
        expectAccepted(await client.call(name, { ...validBody(name), path: pathWith(id) }));
      }
    });

    it('cannot lead to a parent path', async () => {
      const client = await allowedClient(desk, name);
      for (const id of ['%2e%2e', '..', '.', '%2e', '..%2f..']) {
        if (isRoute(pathWith(id))) continue;
        const response = await client.fetch(route.method, pathWith(id), validBody(name));
        expect([400, 404, 405], id).toContain(response.status);
        expect(await response.json()).toHaveProperty('errors');
      }
    });
  });
