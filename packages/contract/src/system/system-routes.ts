import { defineRoutes } from '../route/define-routes.ts';
import { Health, Readiness } from './health.ts';

/** The state of the server, for probes and load balancers. */
export const systemRoutes = defineRoutes({
  getHealth: {
    method: 'GET',
    path: '/healthz',
    tag: 'system',
    summary: 'Check that the process is alive',
    access: 'public',
    responses: { 200: Health },
  },
  getReadiness: {
    method: 'GET',
    path: '/readyz',
    tag: 'system',
    summary: 'Check that the database takes writes, its schema is current and tokens can be verified',
    access: 'public',
    responses: { 200: Readiness },
    errors: ['schema_outdated'],
  },
});
