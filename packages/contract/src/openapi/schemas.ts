import { toJsonSchema, toJsonSchemaDefs, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { Agent, AgentInfo, DrainAgentParam, PutAgentParam } from '../agent/agent.ts';
import { AgentPage, ListedAgent } from '../agent/agent-list.ts';
import { AgentStatusInfo, AgentStatusList, UpdateAgentStatusParam } from '../agent/agent-status.ts';
import { Board } from '../board/board.ts';
import { ErrorDocument, ErrorObject } from '../error/error-document.ts';
import { DeskEvent, EventPage } from '../event/event.ts';
import { QueuePlace } from '../queue/queue-place.ts';
import { AgentFigures, AgentReport, AgentReportPage, AgentReportRow } from '../report/agent-report.ts';
import {
  Durations,
  TicketFigures,
  TicketReport,
  TicketReportPage,
  TicketReportRow,
} from '../report/ticket-report.ts';
import { Message, MessagePage, MessageSearch, SendMessageParam } from '../room/message.ts';
import { ReadParam, Room } from '../room/room.ts';
import { RoutingCandidate, RoutingExplanation } from '../routing/routing-explanation.ts';
import { OpeningHours } from '../settings/opening-hours.ts';
import { QueueSetting } from '../settings/queue-setting.ts';
import { Settings, SettingsDocument } from '../settings/settings.ts';
import { SettingsVersion, SettingsVersionPage } from '../settings/settings-version.ts';
import { Health, Readiness } from '../system/health.ts';
import { ChangeFieldsParam, FieldList } from '../field/field.ts';
import { ChangeTagsParam, TagList } from '../tag/tag.ts';
import { CloseTicketParam, ClosingCodeList, ClosingCodeParam } from '../ticket/closing.ts';
import { History, HistoryEntry } from '../ticket/history.ts';
import {
  CreateTicketParam,
  Customer,
  Metadata,
  Ticket,
  TicketList,
  TicketRecord,
  TicketStatus,
} from '../ticket/ticket.ts';
import { FoundTicket, TicketPage } from '../ticket/ticket-search.ts';
import { NoteParam, TransferTicketParam, UpdateTicketStatusParam } from '../ticket/ticket-change.ts';
import { RoomToken } from '../token/room-token.ts';
import { RevokedTokens, RevokeTokensParam } from '../token/token.ts';
import type { Schema } from './document.ts';
import { exampleOf } from './example.ts';

const requestSchemas = {
  UpdateAgentStatusParam,
  CreateTicketParam,
  UpdateTicketStatusParam,
  TransferTicketParam,
  NoteParam,
  CloseTicketParam,
  ClosingCodeParam,
  ChangeTagsParam,
  ChangeFieldsParam,
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
  ListedAgent,
  AgentPage,
  Ticket,
  TicketList,
  TicketRecord,
  FoundTicket,
  TicketPage,
  TicketStatus,
  Metadata,
  Customer,
  ClosingCodeList,
  TagList,
  FieldList,
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
  TicketReport,
  TicketFigures,
  Durations,
  TicketReportRow,
  TicketReportPage,
  AgentReport,
  AgentFigures,
  AgentReportRow,
  AgentReportPage,
  SettingsDocument,
  SettingsVersion,
  SettingsVersionPage,
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
    // `jsonSchema` says what JSON Schema can express of these. The descriptions and the error details say the rest. A transformation keeps the type of its
    // text, so what describes its input describes its output.
    ignoreActions: ['check', 'check_items', 'forward', 'max_bytes', 'raw_check', 'transform'],
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'metadata' && 'metadata' in valibotAction
        ? { ...jsonSchema, ...(valibotAction.metadata as { jsonSchema: Schema }).jsonSchema }
        : undefined,
    overrideRef: ({ referenceId }) => componentPath + referenceId,
  }) satisfies ConversionConfig;

/** Returns the JSON Schema of a schema, or a reference if it is a named one. */
export function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output' = 'input'): Schema {
  const name = Object.entries(named).find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined) return { $ref: componentPath + name };
  const { $schema: _, ...inline } = toJsonSchema(schema, conversion(typeMode));
  return inline;
}

/** Returns every named schema: bodies of requests as clients send them, all others as the desk sends them. */
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
