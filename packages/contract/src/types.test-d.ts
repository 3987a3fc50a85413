// Generated. To change it, run `pnpm --filter @chat-ticket/codegen generate`.
import type * as v from 'valibot';
import { expectTypeOf, it } from 'vitest';
import type * as contract from './index.ts';

it('each type is what its schema infers', () => {
  expectTypeOf<contract.AgentPage>().toEqualTypeOf<v.InferOutput<typeof contract.AgentPage>>();
  expectTypeOf<contract.ListedAgent>().toEqualTypeOf<v.InferOutput<typeof contract.ListedAgent>>();
  expectTypeOf<contract.AgentStatusInfo>().toEqualTypeOf<v.InferOutput<typeof contract.AgentStatusInfo>>();
  expectTypeOf<contract.AgentStatusList>().toEqualTypeOf<v.InferOutput<typeof contract.AgentStatusList>>();
  expectTypeOf<contract.UpdateAgentStatusParam>().toEqualTypeOf<
    v.InferInput<typeof contract.UpdateAgentStatusParam>
  >();
  expectTypeOf<contract.Agent>().toEqualTypeOf<v.InferOutput<typeof contract.Agent>>();
  expectTypeOf<contract.AgentInfo>().toEqualTypeOf<v.InferOutput<typeof contract.AgentInfo>>();
  expectTypeOf<contract.DrainAgentParam>().toEqualTypeOf<v.InferInput<typeof contract.DrainAgentParam>>();
  expectTypeOf<contract.PutAgentParam>().toEqualTypeOf<v.InferInput<typeof contract.PutAgentParam>>();
  expectTypeOf<contract.Board>().toEqualTypeOf<v.InferOutput<typeof contract.Board>>();
  expectTypeOf<contract.BoardAgent>().toEqualTypeOf<v.InferOutput<typeof contract.BoardAgent>>();
  expectTypeOf<contract.BoardQueue>().toEqualTypeOf<v.InferOutput<typeof contract.BoardQueue>>();
  expectTypeOf<contract.ErrorDocument>().toEqualTypeOf<v.InferOutput<typeof contract.ErrorDocument>>();
  expectTypeOf<contract.ErrorObject>().toEqualTypeOf<v.InferOutput<typeof contract.ErrorObject>>();
  expectTypeOf<contract.DeskEvent>().toEqualTypeOf<v.InferOutput<typeof contract.DeskEvent>>();
  expectTypeOf<contract.EventPage>().toEqualTypeOf<v.InferOutput<typeof contract.EventPage>>();
  expectTypeOf<contract.ChangeFieldsParam>().toEqualTypeOf<v.InferInput<typeof contract.ChangeFieldsParam>>();
  expectTypeOf<contract.FieldList>().toEqualTypeOf<v.InferOutput<typeof contract.FieldList>>();
  expectTypeOf<contract.AgentEvent>().toEqualTypeOf<v.InferOutput<typeof contract.AgentEvent>>();
  expectTypeOf<contract.LiveEvent>().toEqualTypeOf<v.InferOutput<typeof contract.LiveEvent>>();
  expectTypeOf<contract.MessageEvent>().toEqualTypeOf<v.InferOutput<typeof contract.MessageEvent>>();
  expectTypeOf<contract.RoomReadEvent>().toEqualTypeOf<v.InferOutput<typeof contract.RoomReadEvent>>();
  expectTypeOf<contract.SettingsEvent>().toEqualTypeOf<v.InferOutput<typeof contract.SettingsEvent>>();
  expectTypeOf<contract.TicketEvent>().toEqualTypeOf<v.InferOutput<typeof contract.TicketEvent>>();
  expectTypeOf<contract.TokensRevokedEvent>().toEqualTypeOf<
    v.InferOutput<typeof contract.TokensRevokedEvent>
  >();
  expectTypeOf<contract.ClientFrame>().toEqualTypeOf<v.InferOutput<typeof contract.ClientFrame>>();
  expectTypeOf<contract.ControlFrame>().toEqualTypeOf<v.InferOutput<typeof contract.ControlFrame>>();
  expectTypeOf<contract.PingFrame>().toEqualTypeOf<v.InferOutput<typeof contract.PingFrame>>();
  expectTypeOf<contract.PongFrame>().toEqualTypeOf<v.InferOutput<typeof contract.PongFrame>>();
  expectTypeOf<contract.QueueFrame>().toEqualTypeOf<v.InferOutput<typeof contract.QueueFrame>>();
  expectTypeOf<contract.ReadyFrame>().toEqualTypeOf<v.InferOutput<typeof contract.ReadyFrame>>();
  expectTypeOf<contract.ResetFrame>().toEqualTypeOf<v.InferOutput<typeof contract.ResetFrame>>();
  expectTypeOf<contract.ServerFrame>().toEqualTypeOf<v.InferOutput<typeof contract.ServerFrame>>();
  expectTypeOf<contract.TypingFrame>().toEqualTypeOf<v.InferOutput<typeof contract.TypingFrame>>();
  expectTypeOf<contract.QueuePlace>().toEqualTypeOf<v.InferOutput<typeof contract.QueuePlace>>();
  expectTypeOf<contract.AgentFigures>().toEqualTypeOf<v.InferOutput<typeof contract.AgentFigures>>();
  expectTypeOf<contract.AgentReport>().toEqualTypeOf<v.InferOutput<typeof contract.AgentReport>>();
  expectTypeOf<contract.AgentReportPage>().toEqualTypeOf<v.InferOutput<typeof contract.AgentReportPage>>();
  expectTypeOf<contract.AgentReportRow>().toEqualTypeOf<v.InferOutput<typeof contract.AgentReportRow>>();
  expectTypeOf<contract.Durations>().toEqualTypeOf<v.InferOutput<typeof contract.Durations>>();
  expectTypeOf<contract.TicketFigures>().toEqualTypeOf<v.InferOutput<typeof contract.TicketFigures>>();
  expectTypeOf<contract.TicketReport>().toEqualTypeOf<v.InferOutput<typeof contract.TicketReport>>();
  expectTypeOf<contract.TicketReportPage>().toEqualTypeOf<v.InferOutput<typeof contract.TicketReportPage>>();
  expectTypeOf<contract.TicketReportRow>().toEqualTypeOf<v.InferOutput<typeof contract.TicketReportRow>>();
  expectTypeOf<contract.Attachment>().toEqualTypeOf<v.InferOutput<typeof contract.Attachment>>();
  expectTypeOf<contract.AttachmentInput>().toEqualTypeOf<v.InferInput<typeof contract.Attachment>>();
  expectTypeOf<contract.Message>().toEqualTypeOf<v.InferOutput<typeof contract.Message>>();
  expectTypeOf<contract.MessageKind>().toEqualTypeOf<v.InferOutput<typeof contract.MessageKind>>();
  expectTypeOf<contract.MessagePage>().toEqualTypeOf<v.InferOutput<typeof contract.MessagePage>>();
  expectTypeOf<contract.MessageSearch>().toEqualTypeOf<v.InferOutput<typeof contract.MessageSearch>>();
  expectTypeOf<contract.SearchResult>().toEqualTypeOf<v.InferOutput<typeof contract.SearchResult>>();
  expectTypeOf<contract.SendMessageParam>().toEqualTypeOf<v.InferInput<typeof contract.SendMessageParam>>();
  expectTypeOf<contract.Sender>().toEqualTypeOf<v.InferOutput<typeof contract.Sender>>();
  expectTypeOf<contract.ReadParam>().toEqualTypeOf<v.InferInput<typeof contract.ReadParam>>();
  expectTypeOf<contract.ReadPosition>().toEqualTypeOf<v.InferOutput<typeof contract.ReadPosition>>();
  expectTypeOf<contract.Room>().toEqualTypeOf<v.InferOutput<typeof contract.Room>>();
  expectTypeOf<contract.RoutingCandidate>().toEqualTypeOf<v.InferOutput<typeof contract.RoutingCandidate>>();
  expectTypeOf<contract.RoutingExplanation>().toEqualTypeOf<
    v.InferOutput<typeof contract.RoutingExplanation>
  >();
  expectTypeOf<contract.RuledOut>().toEqualTypeOf<v.InferOutput<typeof contract.RuledOut>>();
  expectTypeOf<contract.ClosingCodeSetting>().toEqualTypeOf<
    v.InferOutput<typeof contract.ClosingCodeSetting>
  >();
  expectTypeOf<contract.ClosingCodeSettingInput>().toEqualTypeOf<
    v.InferInput<typeof contract.ClosingCodeSetting>
  >();
  expectTypeOf<contract.FieldSetting>().toEqualTypeOf<v.InferOutput<typeof contract.FieldSetting>>();
  expectTypeOf<contract.FieldSettingInput>().toEqualTypeOf<v.InferInput<typeof contract.FieldSetting>>();
  expectTypeOf<contract.Limits>().toEqualTypeOf<v.InferOutput<typeof contract.Limits>>();
  expectTypeOf<contract.LimitsInput>().toEqualTypeOf<v.InferInput<typeof contract.Limits>>();
  expectTypeOf<contract.OpenPeriod>().toEqualTypeOf<v.InferOutput<typeof contract.OpenPeriod>>();
  expectTypeOf<contract.OpeningHours>().toEqualTypeOf<v.InferOutput<typeof contract.OpeningHours>>();
  expectTypeOf<contract.OpeningHoursInput>().toEqualTypeOf<v.InferInput<typeof contract.OpeningHours>>();
  expectTypeOf<contract.AutoClose>().toEqualTypeOf<v.InferOutput<typeof contract.AutoClose>>();
  expectTypeOf<contract.AutoCloseInput>().toEqualTypeOf<v.InferInput<typeof contract.AutoClose>>();
  expectTypeOf<contract.QueueSetting>().toEqualTypeOf<v.InferOutput<typeof contract.QueueSetting>>();
  expectTypeOf<contract.QueueSettingInput>().toEqualTypeOf<v.InferInput<typeof contract.QueueSetting>>();
  expectTypeOf<contract.WidenStep>().toEqualTypeOf<v.InferOutput<typeof contract.WidenStep>>();
  expectTypeOf<contract.WidenStepInput>().toEqualTypeOf<v.InferInput<typeof contract.WidenStep>>();
  expectTypeOf<contract.SettingsVersion>().toEqualTypeOf<v.InferOutput<typeof contract.SettingsVersion>>();
  expectTypeOf<contract.SettingsVersionPage>().toEqualTypeOf<
    v.InferOutput<typeof contract.SettingsVersionPage>
  >();
  expectTypeOf<contract.Settings>().toEqualTypeOf<v.InferOutput<typeof contract.Settings>>();
  expectTypeOf<contract.SettingsInput>().toEqualTypeOf<v.InferInput<typeof contract.Settings>>();
  expectTypeOf<contract.SettingsDocument>().toEqualTypeOf<v.InferOutput<typeof contract.SettingsDocument>>();
  expectTypeOf<contract.StatusSetting>().toEqualTypeOf<v.InferOutput<typeof contract.StatusSetting>>();
  expectTypeOf<contract.Strategy>().toEqualTypeOf<v.InferOutput<typeof contract.Strategy>>();
  expectTypeOf<contract.Health>().toEqualTypeOf<v.InferOutput<typeof contract.Health>>();
  expectTypeOf<contract.Readiness>().toEqualTypeOf<v.InferOutput<typeof contract.Readiness>>();
  expectTypeOf<contract.ChangeTagsParam>().toEqualTypeOf<v.InferInput<typeof contract.ChangeTagsParam>>();
  expectTypeOf<contract.TagList>().toEqualTypeOf<v.InferOutput<typeof contract.TagList>>();
  expectTypeOf<contract.CloseTicketParam>().toEqualTypeOf<v.InferInput<typeof contract.CloseTicketParam>>();
  expectTypeOf<contract.ClosingCodeList>().toEqualTypeOf<v.InferOutput<typeof contract.ClosingCodeList>>();
  expectTypeOf<contract.ClosingCodeParam>().toEqualTypeOf<v.InferInput<typeof contract.ClosingCodeParam>>();
  expectTypeOf<contract.History>().toEqualTypeOf<v.InferOutput<typeof contract.History>>();
  expectTypeOf<contract.HistoryEntry>().toEqualTypeOf<v.InferOutput<typeof contract.HistoryEntry>>();
  expectTypeOf<contract.NoteParam>().toEqualTypeOf<v.InferInput<typeof contract.NoteParam>>();
  expectTypeOf<contract.TransferTicketParam>().toEqualTypeOf<
    v.InferInput<typeof contract.TransferTicketParam>
  >();
  expectTypeOf<contract.UpdateTicketStatusParam>().toEqualTypeOf<
    v.InferInput<typeof contract.UpdateTicketStatusParam>
  >();
  expectTypeOf<contract.FoundTicket>().toEqualTypeOf<v.InferOutput<typeof contract.FoundTicket>>();
  expectTypeOf<contract.TicketPage>().toEqualTypeOf<v.InferOutput<typeof contract.TicketPage>>();
  expectTypeOf<contract.CreateTicketParam>().toEqualTypeOf<v.InferInput<typeof contract.CreateTicketParam>>();
  expectTypeOf<contract.Customer>().toEqualTypeOf<v.InferOutput<typeof contract.Customer>>();
  expectTypeOf<contract.Metadata>().toEqualTypeOf<v.InferOutput<typeof contract.Metadata>>();
  expectTypeOf<contract.Ticket>().toEqualTypeOf<v.InferOutput<typeof contract.Ticket>>();
  expectTypeOf<contract.TicketList>().toEqualTypeOf<v.InferOutput<typeof contract.TicketList>>();
  expectTypeOf<contract.TicketRecord>().toEqualTypeOf<v.InferOutput<typeof contract.TicketRecord>>();
  expectTypeOf<contract.TicketStatus>().toEqualTypeOf<v.InferOutput<typeof contract.TicketStatus>>();
  expectTypeOf<contract.RoomToken>().toEqualTypeOf<v.InferOutput<typeof contract.RoomToken>>();
  expectTypeOf<contract.RevokeTokensParam>().toEqualTypeOf<v.InferInput<typeof contract.RevokeTokensParam>>();
  expectTypeOf<contract.RevokedTokens>().toEqualTypeOf<v.InferOutput<typeof contract.RevokedTokens>>();
  expectTypeOf<contract.Role>().toEqualTypeOf<v.InferOutput<typeof contract.Role>>();
  expectTypeOf<contract.TokenClaims>().toEqualTypeOf<v.InferOutput<typeof contract.TokenClaims>>();
});
