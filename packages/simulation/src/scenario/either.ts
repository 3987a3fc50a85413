import * as v from 'valibot';

/** One of two schemas, by whether a key is there: so an error speaks of the one that was meant. */
export const either = <With extends v.GenericSchema, Without extends v.GenericSchema>(
  key: string,
  withKey: With,
  without: Without,
) =>
  v.lazy((input): With | Without =>
    typeof input === 'object' && input !== null && Object.hasOwn(input, key) ? withKey : without,
  );
