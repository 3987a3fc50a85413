import { html } from 'hono/html';

/** HTML whose interpolated text is escaped. */
export type Html = ReturnType<typeof html>;

/** A description: text with code between backticks. */
export const phrase = (text: string): Html[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

/** Paragraphs of such text, separated by an empty line. */
export const prose = (text: string): Html[] =>
  text.split('\n\n').map((paragraph) => html`<p>${phrase(paragraph)}</p>`);
