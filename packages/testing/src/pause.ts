const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Long enough that two events do not fall into the same millisecond. */
export const nextInstant = () => wait(5);

/** Long enough that a time in whole seconds moves on. */
export const nextSecond = () => wait(1_050);
