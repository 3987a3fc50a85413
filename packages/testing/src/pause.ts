export const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Long enough that two events do not fall into the same millisecond. */
export const nextInstant = () => pause(5);

/** Long enough that a time in whole seconds moves on. */
export const nextSecond = () => pause(1_050);
