import { Settings } from '@chat-ticket/contract';
import * as v from 'valibot';

const friday = (...times: [string, string][]) => ({
  timeZone: 'Asia/Singapore',
  weekly: { fri: times.map(([from, to]) => ({ from, to })) },
});

const fields = [
  { id: 'level', name: 'Level', type: 'choice', choices: ['gold', 'silver'] },
  { id: 'shop', name: 'Shop', type: 'text' },
];

const byLanguage = ['language:{language}', 'vip'];

/** Settings that differ in everything that routing reads. The test’s clock starts on a Friday at 11:04:05 in Singapore. */
export const settingsDocuments: readonly Settings[] = [
  {},
  {
    strategy: 'round_robin',
    queues: [
      {
        id: 'thai',
        takes: { languages: ['tha'] },
        needs: ['language:{language}', 'shop:{field:shop}'],
        priority: 2,
        widen: [
          { afterSeconds: 45, drop: ['language:{language}', 'shop:{field:shop}'] },
          { afterSeconds: 120, tier: 2 },
        ],
        pickTimeoutSeconds: 20,
        wrapUpSeconds: 30,
      },
      {
        id: 'rest',
        widen: [{ afterSeconds: 90, tier: 3 }],
        pickTimeoutSeconds: 40,
        requiresClosingCode: true,
      },
    ],
    closingCodes: [
      { id: 'solved', name: 'Solved' },
      { id: 'refunded', name: 'Refunded', queueIds: ['thai'] },
    ],
  },
  {
    strategy: 'longest_idle',
    capacity: 1,
    missesUntilAway: 1,
    stickySeconds: 120,
    queues: [
      {
        id: 'thai',
        takes: { languages: ['tha', 'eng'], entityIds: ['FP_TH'] },
        needs: byLanguage,
        widen: [
          { afterSeconds: 60, drop: ['vip'] },
          { afterSeconds: 300, drop: ['language:{language}'], tier: 2 },
        ],
        hours: friday(['11:00', '11:08'], ['11:09', '11:30'], ['11:40', '12:30']),
        whenClosed: 'refuse',
        wrapUpSeconds: 10,
      },
      { id: 'rest', hours: friday(['11:06', '11:07'], ['11:10', '18:00']) },
    ],
  },
  {
    statuses: [
      { id: 'online', alias: 'online', routable: true },
      { id: 'busy', alias: 'busy', routable: true },
      { id: 'away', alias: 'away', routable: false },
      { id: 'offline', alias: 'offline', routable: false },
    ],
    capacity: 2,
    createsAgents: false,
    stickySeconds: 0,
    priorityPointSeconds: 1,
    queues: [
      { id: 'vip', takes: { ccrs: ['billing'] }, needs: ['vip'], priority: 50, pickTimeoutSeconds: 5 },
      { id: 'gold', takes: { fields: { level: ['gold'] } }, priority: 30, pickTimeoutSeconds: 15 },
      { id: 'thai', takes: { languages: ['tha'] }, hours: friday(), widen: [{ afterSeconds: 30, tier: 2 }] },
      { id: 'default', pickTimeoutSeconds: 10, wrapUpSeconds: 60 },
    ],
  },
].map((document) => v.parse(Settings, { ...document, fields }));
