import { type Claims, createSigner } from '../auth/create-signer.ts';
import { parseConfig } from '../config/parse-config.ts';

export async function token({ expires, ...claims }: Claims & { expires: number }): Promise<void> {
  const sign = createSigner(parseConfig(process.env));
  console.log(await sign(claims, expires));
}
