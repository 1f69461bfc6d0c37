/** Planned ends that the form offers, in minutes; `null` is none. */
export const plannedMinutes: readonly (number | null)[] = [
  15,
  30,
  60,
  90,
  120,
  180,
  240,
  360,
  480,
  720,
  1440,
  null,
];

/** Times without anybody that the form offers, in seconds. */
export const idleSeconds: readonly number[] = [30, 60, 120, 300, 600, 900, 1800, 3600];

/** The offered values, and the present one among them where it is another. */
export function withPresent<T extends number | null>(offered: readonly T[], present: T): T[] {
  if (offered.includes(present)) return [...offered];
  return [...offered, present].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
}
