import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageCodes } from './language-codes.ts';

// Run it with `pnpm --filter @chat-ticket/codegen languages` after an update of iso-639-3 or of CLDR, which comes with Node.
await writeFile(join(import.meta.dirname, '../../contract/src/scalar/language-codes.ts'), languageCodes());
