import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { ticketAnswer } from './ticket-change.ts';
import { visibleTicket } from './visible-ticket.ts';

export const getTicket: Handler<Routes['getTicket']> = async ({ caller, command, db, params }) =>
  ticketAnswer(visibleTicket(caller, await storage.getTicket(db, params.ticketID)), command.now);
