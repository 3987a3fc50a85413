/** A person writes about 60 words a minute, after a second of thought. */
const thinkMs = 1_000;
const msPerCharacter = 200;

/** How long a person takes to write a turn, in ms, divided by the speed. */
export const turnPauseMs = (text: string, speed: number): number =>
  (thinkMs + text.length * msPerCharacter) / speed;
