/** The mean of a figure over independent runs, and its 95 % confidence interval. */
export type Interval = {
  readonly mean: number;
  /** Half of the width of the interval. Undefined for a single run. */
  readonly halfWidth: number | undefined;
};

/** The interval by Student’s t. It ignores NaN: that run had nothing to measure. Undefined: no run had anything. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | undefined {
  const measured = values.filter((value) => !Number.isNaN(value));
  const count = measured.length;
  if (count === 0) return undefined;
  const mean = measured.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, halfWidth: undefined };
  const variance = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, halfWidth: studentT(confidence, count - 1) * Math.sqrt(variance / count) };
}

/** The t with P(|T| <= t) = `confidence`, for a Student variable T with these degrees of freedom. */
export function studentT(confidence: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (probabilityWithin(high, degrees) < confidence) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (probabilityWithin(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| <= t) for whole degrees of freedom: Abramowitz and Stegun, 26.7.3 and 26.7.4. */
function probabilityWithin(t: number, degrees: number): number {
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
