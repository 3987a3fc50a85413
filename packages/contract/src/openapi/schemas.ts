import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import {
  Agent,
  AgentInfo,
  AgentStatusInfo,
  AgentStatusList,
  PutAgentParam,
  UpdateAgentStatusParam,
} from '../agent.ts';
import { Board } from '../board.ts';
import { ErrorDocument, ErrorObject } from '../error.ts';
import { DeskEvent, EventPage } from '../event.ts';
import { Health, Readiness } from '../health.ts';
import { History, HistoryEntry } from '../history.ts';
import { Message, MessagePage, MessageSearch, SendMessageParam } from '../message.ts';
import { ReadParam, Room, RoomToken } from '../room.ts';
import { QueuePlace, RoutingCandidate, RoutingExplanation } from '../routing.ts';
import { OpeningHours } from '../settings/opening-hours.ts';
import { QueueSetting } from '../settings/queue-setting.ts';
import { Settings, SettingsDocument } from '../settings/settings.ts';
import {
  CreateTicketParam,
  Customer,
  Metadata,
  Ticket,
  TicketList,
  TicketRecord,
  TicketStatus,
} from '../ticket.ts';
import {
  DrainAgentParam,
  NoteParam,
  TransferTicketParam,
  UpdateTicketStatusParam,
} from '../ticket-change.ts';
import { RevokedTokens, RevokeTokensParam } from '../token.ts';
import type { Schema } from './document.ts';
import { exampleOf } from './example.ts';

const requestSchemas = {
  UpdateAgentStatusParam,
  CreateTicketParam,
  UpdateTicketStatusParam,
  TransferTicketParam,
  NoteParam,
  PutAgentParam,
  DrainAgentParam,
  SendMessageParam,
  ReadParam,
  RevokeTokensParam,
  Settings,
  QueueSetting,
  OpeningHours,
};
const responseSchemas = {
  AgentInfo,
  AgentStatusInfo,
  AgentStatusList,
  Agent,
  Ticket,
  TicketList,
  TicketRecord,
  TicketStatus,
  Metadata,
  Customer,
  History,
  HistoryEntry,
  RoutingExplanation,
  RoutingCandidate,
  QueuePlace,
  Room,
  RoomToken,
  RevokedTokens,
  Message,
  MessagePage,
  MessageSearch,
  DeskEvent,
  EventPage,
  Board,
  SettingsDocument,
  Health,
  Readiness,
  ErrorDocument,
  ErrorObject,
};
const named = { ...requestSchemas, ...responseSchemas };

const componentPath = '#/components/schemas/';

const conversion = (typeMode: 'input' | 'output') =>
  ({
    target: 'draft-2020-12',
    typeMode,
    // What JSON Schema cannot say: the descriptions and the errors do.
    ignoreActions: ['check', 'check_items', 'forward', 'max_bytes'],
    overrideRef: ({ referenceId }) => componentPath + referenceId,
  }) satisfies ConversionConfig;

/** The schema as it stands in the document: named ones as references. */
export function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output' = 'input'): Schema {
  const name = Object.entries(named).find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined) return { $ref: componentPath + name };
  const { $schema: _, ...inline } = toJsonSchema(schema, conversion(typeMode));
  return inline;
}

/** Every named schema: bodies of requests as they are sent, all others as they are answered. */
export function schemaComponents(): Record<string, Schema> {
  const sent = Object.entries(toJsonSchemaDefs(named, conversion('input')));
  const schemas: Record<string, Schema> = {
    ...toJsonSchemaDefs(named, conversion('output')),
    ...Object.fromEntries(sent.filter(([name]) => name in requestSchemas)),
  };
  const withExample = ([name, schema]: [string, Schema]) => {
    const example = exampleOf(schema, schemas);
    return [name, example === undefined ? schema : { ...schema, examples: [example] }] as const;
  };
  return Object.fromEntries(Object.entries(schemas).map(withExample));
}
