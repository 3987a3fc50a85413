import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** Text with code between backticks, as descriptions are written. */
export const phrase = (text: string): Html[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

/** Paragraphs of such text, which an empty line parts. */
export const prose = (text: string): Html[] =>
  text.split('\n\n').map((paragraph) => html`<p>${phrase(paragraph)}</p>`);
