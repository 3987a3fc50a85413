import type { PutAgentParam } from '@chat-ticket/contract';

type DemoAgent = PutAgentParam & { id: string; status: 'online' | 'break' };

/** The desk assigns the chats to the online agents in this order, round after round. */
export const demoAgents: readonly DemoAgent[] = [
  {
    id: 'ann',
    email: 'ann@demo.example',
    name: 'Ann Lim',
    capacity: 3,
    skills: ['language:eng', 'entity:FP_SG', 'ccr:delivery', 'ccr:payment'],
    status: 'online',
  },
  {
    id: 'mei',
    email: 'mei@demo.example',
    name: 'Chen Mei',
    capacity: 2,
    skills: ['language:zho', 'language:eng', 'entity:FP_TW', 'ccr:delivery'],
    status: 'online',
  },
  {
    id: 'niran',
    email: 'niran@demo.example',
    name: 'Niran Suksai',
    capacity: 3,
    skills: ['language:tha', 'language:eng', 'entity:FP_TH', 'ccr:delivery'],
    status: 'online',
  },
  {
    id: 'putri',
    email: 'putri@demo.example',
    name: 'Putri Aziz',
    capacity: 3,
    skills: ['language:msa', 'language:eng', 'entity:FP_MY', 'ccr:delivery', 'ccr:voucher'],
    status: 'break',
  },
];
