import { Health, Readiness } from '../health.ts';
import type { Route } from './route.ts';

/** For who runs the desk. */
export const systemRoutes = {
  getHealth: {
    method: 'GET',
    path: '/healthz',
    tag: 'system',
    summary: 'Is the process alive?',
    access: 'public',
    params: {},
    headers: {},
    body: null,
    responses: { 200: Health },
    errors: [],
  },
  getReadiness: {
    method: 'GET',
    path: '/readyz',
    tag: 'system',
    summary: 'Does the database answer, and is its schema current?',
    access: 'public',
    params: {},
    headers: {},
    body: null,
    responses: { 200: Readiness },
    errors: ['schema_outdated'],
  },
} as const satisfies Record<string, Route>;
