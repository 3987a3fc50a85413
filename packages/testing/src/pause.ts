export const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Waits until the desk’s next event gets another time in milliseconds. */
export const nextInstant = () => pause(5);

/** Waits until a time in whole seconds is greater. */
export const nextSecond = () => pause(1_050);
