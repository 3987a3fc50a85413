import * as v from 'valibot';

/**
 * One of two object schemas: `withKey` if the input has the key, otherwise `withoutKey`. Unlike a union, it reports only
 * the problems of that schema.
 */
export const schemaByKey = <With extends v.GenericSchema, Without extends v.GenericSchema>(
  key: string,
  withKey: With,
  withoutKey: Without,
) =>
  v.lazy((input): With | Without =>
    typeof input === 'object' && input !== null && Object.hasOwn(input, key) ? withKey : withoutKey,
  );
