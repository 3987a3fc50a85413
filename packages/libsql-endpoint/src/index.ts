export type { EndpointRequest } from './app.ts';
export { type LibsqlEndpoint, type LibsqlEndpointOptions, startLibsqlEndpoint } from './endpoint.ts';
