export type * from './document.ts';
export { openApiDocument } from './open-api-document.ts';
