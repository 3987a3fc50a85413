/** Frames that may wait for a slow reader. A reader with more is disconnected. */
export const maxBacklogFrames = 256;
/** The same in bytes. */
export const maxBacklogBytes = 65_536;

/** Events that a client may resume behind. One that is further behind gets a `reset`. */
export const maxResumeEvents = 10_000;

/** Pages of the event log that connections read before other work of the process gets a turn. */
export const pagesPerTurn = 4;

/** Frames in flight at which sending pauses until the reader has taken some. */
export const pauseAtFrames = 64;
/** The same in bytes. */
export const pauseAtBytes = 16_384;

/** How long a reader may take nothing before its backlog counts against it. */
export const slowReaderGraceMs = 1_000;

/** Frames that a client may send per second, over the long run. */
export const maxFramesPerSecond = 50;
/** Frames that a client may send at once, after it was silent. */
export const maxFrameBurst = 500;

/** Connections that one principal may have at a hub. */
export const maxConnectionsPerPrincipal = 5;

/** A client that has sent nothing for this long is disconnected, whatever its socket says. */
export const clientSilenceMs = 60_000;

/** How often a hub looks for revoked tokens. A hub that ticks every 20 s looks at each tick. */
export const revocationCheckIntervalMs = 15_000;

/** The shortest time between two typing frames that one connection passes on. */
export const typingIntervalMs = 1_000;

/** The shortest time between two reads of one customer’s place in the queue. */
export const queuePlaceIntervalMs = 10_000;

/** Places in the queue that a hub reads and sends before other work of the process gets a turn. */
export const queuePlacesPerTurn = 250;

/** How often a hub renews the leases of all its agents, in one statement. */
export const hubRenewalIntervalMs = 25_000;

/** The longest time between two ticks of a hub. */
export const maxTickPauseMs = 20_000;
