/** Frames or bytes that may wait for a reader before it is cut. */
export const maxBehindFrames = 256;
export const maxBehindBytes = 65_536;

/** With more than this under way a connection is sent no more until it has taken it. */
export const pauseAtFrames = 64;
export const pauseAtBytes = 16_384;

/** How long a reader may take nothing before its backlog is counted against it. */
export const readerPatienceMs = 1_000;

export const maxConnectionsOfPerson = 5;

/** A client that shows no life for so long is gone, whatever its socket says. */
export const silenceMs = 60_000;

/** Three pings in a row missed: one more connection of the same person may take the place of this one. */
export const doubtfulSilenceMs = 50_000;

/** How often a hub asks whose tokens were revoked: often enough for a hub that is called every 20 s alone. */
export const revocationCheckMs = 15_000;

export const typingIntervalMs = 1_000;

/** How long a place in the queue is not looked at again. */
export const queueLookMs = 10_000;

/** How often the leases of all agents of a hub are renewed, in one statement. */
export const leaseRenewalMs = 25_000;
