import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/openapi-3-1';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors, errorTitles, type ErrorCode } from '../error/error.ts';
import type { Route } from '../route/route.ts';
import { routes } from '../routes.ts';
import type { Operation } from './document.ts';
import { openApiDocument } from './open-api-document.ts';

const document = openApiDocument({ version: '1.2.3' });
const json = JSON.stringify(document);
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const documentUri = 'https://example.com/openapi.json';

/** Returns every value of every example, at any depth. */
function exampleValues(): unknown[] {
  const values: unknown[] = [];
  JSON.parse(json, (key, found) => {
    if (key === 'example' || key === 'examples') {
      JSON.parse(JSON.stringify(found), (_, value) => {
        values.push(value);
        return value;
      });
    }
    return found;
  });
  return values;
}

const operationOf = (name: string): Operation => {
  const found = operations.find(({ operationId }) => operationId === name);
  if (found === undefined) throw new Error(`${name} is not in the document`);
  return found;
};

describe('the OpenAPI document', () => {
  beforeAll(() => {
    registerSchema(JSON.parse(json), documentUri, 'https://spec.openapis.org/oas/3.1/dialect/base');
  });
  afterAll(() => unregisterSchema(documentUri));

  it.each([
    ['SendMessageParam', { clientMessageId: 'm', attachments: [] }],
    ['SendMessageParam', { clientMessageId: 'm', text: ' ' }],
    ['TransferTicketParam', {}],
    ['TransferTicketParam', { agentId: 'ben', queueId: 'default' }],
    ['UpdateTicketStatusParam', { status: 'UPDATE_FIELD', fields: {} }],
    ['Settings', { statuses: [{ id: 'online', alias: 'Online', routable: true }] }],
  ])('refuses what the desk refuses of %s: %j', async (name, body) => {
    const schema = `${documentUri}#/components/schemas/${name}`;
    expect(await validate(schema, body, 'FLAG')).toMatchObject({ valid: false });
  });

  it('is valid by the schema of the OpenAPI Initiative, including its JSON Schemas', async () => {
    const specification = 'https://spec.openapis.org/oas/3.1/schema-base';
    expect(await validate(specification, JSON.parse(json), 'BASIC')).toEqual({ valid: true });
  });

  it.each(Object.entries(routes) as [string, Route][])(
    'describes %s as the route table does',
    (name, route) => {
      const method = route.method.toLowerCase() as Lowercase<Route['method']>;
      expect(document.paths[route.path]?.[method]).toBe(operationOf(name));

      const { parameters, responses, requestBody, security, 'x-roles': roles } = operationOf(name);
      expect(parameters.map((parameter) => parameter.name)).toEqual([
        ...Object.keys(route.params),
        ...Object.keys(route.query),
        ...Object.values(route.headers).map(({ header }) => header),
      ]);
      expect(parameters.every((parameter) => parameter.description && parameter.example)).toBe(true);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(Object.keys(route.responses)));
      expect(requestBody === undefined).toBe(route.body === null);
      expect(document.tags.map(({ name: tag }) => tag)).toContain(route.tag);
      expect(route.access === 'public' ? security : roles).toEqual(
        route.access === 'public' ? [] : route.access,
      );
      for (const code of route.errors) {
        const response = responses[errors[code].status];
        expect(response?.description).toContain(`\`${code}\`: ${errors[code].detail}`);
        expect(response?.content?.['application/json'].examples).toHaveProperty(code);
      }
    },
  );

  it('lists an error status only for routes that can return one of its codes', () => {
    const { responses } = operationOf('getAgent');
    expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '404', '429', '500', '503']);
    expect(Object.keys(operationOf('getHealth').responses)).toEqual(['200', '500', '503']);
  });

  it('has an example response for every error code', () => {
    const codes = Object.keys(errors) as ErrorCode[];
    expect(Object.keys(document.components.examples)).toEqual(codes);
    for (const code of codes) {
      const { status, detail } = errors[code];
      expect(document.components.examples[code]?.value).toMatchObject({
        errors: [{ status: String(status), title: errorTitles[status], code, detail }],
      });
    }
  });

  it('has example errors that match their schema', async () => {
    for (const example of Object.values(document.components.examples)) {
      const value = JSON.parse(JSON.stringify(example.value));
      const schema = `${documentUri}#/components/schemas/ErrorDocument`;
      expect(await validate(schema, value, 'BASIC')).toEqual({ valid: true });
    }
  });

  it.each(Object.entries(document.components.schemas))(
    'has examples of %s that match it',
    async (name, schema) => {
      for (const example of schema.examples ?? []) {
        const schemaUri = `${documentUri}#/components/schemas/${name}`;
        expect(await validate(schemaUri, example, 'BASIC')).toEqual({ valid: true });
      }
    },
  );

  it('has an example of every request body and every success body', () => {
    const contents = operations.flatMap(({ requestBody, responses }) => {
      const successes = Object.entries(responses).filter(([status]) => status < '300');
      return [requestBody?.content, successes.map(([, response]) => response.content)].flat();
    });
    for (const content of contents.filter((found) => found !== undefined)) {
      const reference = content['application/json'].schema.$ref ?? '';
      expect(document).toHaveProperty([...reference.slice(2).split('/'), 'examples', 0]);
    }
  });

  it('resolves every reference', () => {
    const references = [...json.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
    expect(references.length).toBe(json.split('"$ref"').length - 1);
    for (const pointer of new Set(references)) expect(document).toHaveProperty(pointer.split('/'));
  });

  it('describes a request body as it is sent: fields with a default may be left out', () => {
    const { CreateTicketParam, PutAgentParam } = document.components.schemas;
    expect(CreateTicketParam?.required).toEqual(['customer']);
    expect(PutAgentParam?.required).toEqual(['email', 'name']);
  });

  it('has patterns that work with the u flag, which JSON Schema requires', () => {
    const patterns = [...json.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      JSON.parse(text ?? ''),
    );
    const [identifier] = patterns;
    expect(new RegExp(identifier, 'u').test('agent@foodpanda.com')).toBe(true);
    expect(new RegExp(identifier, 'u').test('../agent')).toBe(false);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it.each([
    'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44',
    '888bd869-9398-40de-9c61-3238d6208cf5',
    'agent@foodpanda.com',
    'somename',
    'online',
    '2012-12-11 08:52:31 +0000 UTC',
    1572499999,
    'delivery - wrong address',
    'token',
    'sdw-srr',
    'FP_SG',
    true,
    'eng',
    '989899854090030232934sdfdsdf32dd4sdfdsddffdummycustomerid2',
    'hugo',
    'dan',
    'hugo dan',
  ])('keeps the example %s of the upstream API', (value) => {
    expect(exampleValues()).toContain(value);
  });

  it('names the given server, or by default the one that it is loaded from', () => {
    expect(document.servers).toEqual([{ url: '/' }]);
    const { servers } = openApiDocument({ version: '1', serverUrl: 'https://desk.example.com' });
    expect(servers).toEqual([{ url: 'https://desk.example.com' }]);
  });

  it('is the same each time it is created', () => {
    expect(JSON.stringify(openApiDocument({ version: '1.2.3' }))).toBe(json);
  });
});
