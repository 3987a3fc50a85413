/** How a person comes to say something: about 60 words a minute, after a moment. */
const thinkMs = 1_000;
const msPerCharacter = 200;

/** How long somebody takes over a turn, so many times as fast as a person would. */
export const turnPauseMs = (text: string, speed: number): number =>
  (thinkMs + text.length * msPerCharacter) / speed;
