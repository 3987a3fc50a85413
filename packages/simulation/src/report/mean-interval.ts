/** A mean over independent runs; `halfWidth` makes the 95 % confidence interval, undefined for a single run. */
export type Interval = { readonly mean: number; readonly halfWidth: number | undefined };

/** By Student’s t. NaN is a run that had nothing to measure; undefined: no run had. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | undefined {
  const measured = values.filter((value) => !Number.isNaN(value));
  const count = measured.length;
  if (count === 0) return undefined;
  const mean = measured.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, halfWidth: undefined };
  const variance = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, halfWidth: studentT(confidence, count - 1) * Math.sqrt(variance / count) };
}

/** The t that a Student variable stays within, on both sides, with this probability. */
export function studentT(confidence: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (withinProbability(high, degrees) < confidence) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (withinProbability(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| <= t) for whole degrees of freedom: Abramowitz and Stegun, 26.7.3 and 26.7.4. */
function withinProbability(t: number, degrees: number): number {
  const theta = Math.atan(t / Math.sqrt(degrees));
  const cos = Math.cos(theta);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cos : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let i = isOdd ? 3 : 2; i < degrees; i += 2) {
    term *= ((i - 1) / i) * cos * cos;
    sum += term;
  }
  const series = Math.sin(theta) * sum;
  return isOdd ? (2 / Math.PI) * (theta + series) : series;
}
