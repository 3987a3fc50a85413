import { basePath } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import { checkResponse } from '../../check-response.ts';
import type { Desk } from '../../open-desk.ts';
import { routeTable } from './route-table.ts';

const paths = [...new Set(routeTable.map(({ route }) => route.path))];
const methodsOf = (path: string) =>
  routeTable.filter(({ route }) => route.path === path).map(({ route }) => route.method);
const concrete = (path: string) => path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID());

const unknownPaths = [
  '/cs-chat-ticket',
  `${basePath}/v1`,
  `${basePath}/v1/info/`,
  `${basePath}/v1/INFO`,
  `${basePath}/v1//info`,
  `${basePath}/v2/info`,
  `${basePath}/v1/tickets/`,
  `${basePath}/v1/tickets/a/b/pickedTime`,
  `${basePath}/v1/tickets/a/pickedtime`,
  `${basePath}/v1/rooms`,
  `${basePath}/v1/agent`,
  '/v1/info',
  '/.env',
  '/index.php',
  '/__proto__',
  '/%00',
  '/%E0%A4%A',
  '/%E2%80%AE',
];

/**
 * Proves what the desk returns for unknown paths, for other methods of known paths, for HEAD and for OPTIONS.
 * Paths and methods come from a list of mistakes and from the route table.
 */
export const unknownRoutes = (desk: Desk) =>
  describe('a request without a route', () => {
    it.each(unknownPaths)('gets 404 at %s', async (path) => {
      const service = await desk.service();
      for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
        const { error } = await checkResponse(null, await service.fetch(method, path));
        expect(error?.code).toBe('route_not_found');
      }
    });

    it('gets 404 outside the base path, also without a token', async () => {
      const response = await desk.client(null).fetch('GET', '/favicon.ico');
      expect((await checkResponse(null, response)).error?.code).toBe('route_not_found');
    });

    it.each(paths)('gets 405 with the allowed methods at %s', async (path) => {
      const service = await desk.service();
      const allowed: readonly string[] = methodsOf(path);
      const refused = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].filter((method) => !allowed.includes(method));
      for (const method of refused) {
        const { headers, error } = await checkResponse(null, await service.fetch(method, concrete(path)));
        expect(error?.code, method).toBe('method_not_allowed');
        const listed = headers.get('Allow')?.split(/, */) ?? [];
        expect(listed.filter((one) => one !== 'HEAD' && one !== 'OPTIONS').toSorted()).toEqual(
          allowed.toSorted(),
        );
      }
    });

    it('gets the status of GET without a body when its method is HEAD', async () => {
      const service = await desk.service();
      const expected = [
        ['/healthz', 200],
        [`${basePath}/v1/statuses`, 200],
        [`${basePath}/v1/info`, 400],
        [`${basePath}/v1/nothing`, 404],
        [`${basePath}/v1/online`, 405],
      ] as const;
      for (const [path, status] of expected) {
        const response = await service.fetch('HEAD', path);
        expect(response.status, path).toBe(status);
        expect(await response.text()).toBe('');
      }
      const anyone = desk.client(null);
      expect((await anyone.fetch('HEAD', `${basePath}/v1/info`)).status).toBe(401);
    });

    it.each(paths)(
      'gets 204 or 405, and no CORS permission, when its method is OPTIONS at %s',
      async (path) => {
        const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'PUT' };
        const response = await desk.client(null).fetch('OPTIONS', concrete(path), { headers });
        expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
        const isPreflight = response.status === 204;
        const { status, error } = isPreflight
          ? { status: 204, error: null }
          : await checkResponse(null, response);
        expect([204, 405], error?.code).toContain(status);
      },
    );
  });
