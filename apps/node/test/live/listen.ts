import { createClient } from '@chat-ticket/client';

// `listener.ts` runs this on each runtime. It prints what the live channel reports.
const [baseUrl, token] = process.argv.slice(2) as [string, string];
const print = (what: unknown) => console.log(JSON.stringify(what));

createClient({ baseUrl, token }).live({
  onReset: () => print('reset'),
  onEvent: ({ type, data }) => type === 'message.posted' && print(data.seq),
  onState: (state, interruption) => {
    if (state === 'stopped' && interruption?.reason === 'refused') print(interruption.failure.error.code);
  },
});
