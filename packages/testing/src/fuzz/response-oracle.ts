import { openApiDocument } from '@chat-ticket/contract/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { CheckedResponse } from '../check-response.ts';
import type { FuzzOperation, FuzzRequest } from './fuzz-request.ts';

export const document = openApiDocument({ version: '1.0.0' });
const pointerText = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

export const operations: readonly FuzzOperation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: operation.operationId,
    path,
    pointer: `/paths/${pointerText(path)}/${method}`,
    operation,
  })),
);

// The document has members that JSON Schema does not define. Formats are annotations in draft 2020-12.
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, 'desk');
const media = '/content/application~1json/schema';
const validate = (pointer: string, value: unknown): string | null =>
  ajv.validate({ $ref: `desk#${encodeURI(pointer)}` }, value) ? null : ajv.errorsText();

/**
 * Expects that a response is one that the OpenAPI document promises: no 5xx, a body of the documented schema, and a
 * success only if the document allows the body of the request.
 */
export function expectDocumented(
  { pointer, operation }: FuzzOperation,
  { body }: FuzzRequest,
  { status, text, json, error }: CheckedResponse,
): void {
  expect(status, text).toBeLessThan(500);
  if (error) return;
  expect(Object.keys(operation.responses)).toContain(String(status));
  if (json !== null) expect(validate(`${pointer}/responses/${status}${media}`, json), text).toBeNull();
  if (body !== null && body !== '' && operation.requestBody)
    expect(validate(`${pointer}/requestBody${media}`, JSON.parse(body)), `accepted ${body}`).toBeNull();
}
