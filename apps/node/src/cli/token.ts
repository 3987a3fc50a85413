import { type Claims, tokenIssuer } from '../config/token-issuer.ts';
import { parseConfig } from '../config/parse-config.ts';

export async function token({ expires, ...claims }: Claims & { expires: number }): Promise<void> {
  const issueToken = tokenIssuer(parseConfig(process.env));
  console.log(await issueToken(claims, expires));
}
