import { createClient } from '@chat-ticket/client';

// What `listener.ts` runs on each runtime: a page, or a backend, that says what it hears.
const [baseUrl, token] = process.argv.slice(2) as [string, string];
const say = (what: unknown) => console.log(JSON.stringify(what));

createClient({ baseUrl, token }).live({
  onReset: () => say('reset'),
  onEvent: ({ type, data }) => type === 'message.posted' && say(data.seq),
});
