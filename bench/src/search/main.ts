import { parseArgs } from 'node:util';
import { searchMarkdown } from './report.ts';
import { measure } from './run.ts';
import { variants } from './variants.ts';

const { values } = parseArgs({ options: { messages: { type: 'string', default: '1000000' } } });

const results = variants.map((variant) => {
  console.error(variant.name);
  return measure(variant, Number(values.messages));
});
console.log(searchMarkdown(results));
