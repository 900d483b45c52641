/** One measurement as it is sent: read at the door, so that nothing odd is kept. Rules MR1 and MR2. */
import * as v from "valibot";
import { cell, MAX_KBPS, MAX_MS, month } from "./records.ts";

const CLOSES_ON = 8; // day of the next month: what was measured without a connection may arrive until then

const random = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "32 hexadecimal digits"));
const whole = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
const amount = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));
const rate = v.strictObject({
  kbps: v.pipe(v.number(), v.gtValue(0), v.maxValue(MAX_KBPS)),
  says: v.picklist(["about", "at-least"]),
  error: amount(1),
});
/** A multiple of a quarter degree: nobody's exact position can be sent. */
const quarter = (limit: number) =>
  v.pipe(
    v.number(),
    v.minValue(-limit),
    v.maxValue(limit),
    v.check((n) => Number.isInteger(n * 4), "a multiple of 0.25"),
  );
const where = v.union(
  [
    v.strictObject({ cell }),
    v.strictObject({ near: v.strictTuple([quarter(90), quarter(180)]) }),
    v.strictObject({
      place: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "a place of this campaign")),
    }),
  ],
  "a cell, a rounded position, or a place of the campaign",
);

export const Sent = v.strictObject({
  /** Made by the sender; the same one sent twice is kept once. */
  id: random,
  /** Made by the phone; what a person types in has none. */
  token: v.optional(random),
  month,
  where,
  result: v.strictObject({
    budget: whole(1_000_000),
    used: whole(2_000_000),
    sent: whole(100),
    lost: whole(100),
    latency: v.optional(
      v.strictObject({
        median: amount(MAX_MS),
        low: amount(MAX_MS),
        high: amount(MAX_MS),
        n: whole(100),
      }),
    ),
    down: v.optional(rate),
    up: v.optional(rate),
    failures: v.pipe(
      v.array(
        v.strictObject({
          test: v.picklist(["latency", "down", "up"]),
          reason: v.picklist(["timeout", "network", "refused"]),
        }),
      ),
      v.maxLength(20),
    ),
  }),
});
export type Sent = v.InferOutput<typeof Sent>;

/** @returns what was sent, or one line that says what was expected */
export function readSent(json: unknown, today: string): Sent | string {
  const parsed = v.safeParse(Sent, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue) ?? "the measurement";
    const ours = !issue.message.startsWith("Invalid"); // words of this file, not of the library
    const wanted = ours ? issue.message : (issue.expected ?? "another form");
    return `${field}: expected ${wanted}, got ${issue.received.slice(0, 60)}.`;
  }
  const { output } = parsed;
  if (output.result.lost > output.result.sent)
    return `result.lost: expected at most the ${output.result.sent} that were sent, got ${output.result.lost}.`;
  const { latency, down, up, failures } = output.result;
  if (!latency && !down && !up && failures.length === 0)
    return "result: expected a figure or a failure, got none.";
  if (!openMonths(today).includes(output.month))
    return `month: expected ${openMonths(today).join(" or ")}, got ${output.month}.`;
  return output;
}

/** The months of which measurements are taken: this one, and the last one during its first days. */
export function openMonths(today: string): string[] {
  const [year, number, day] = today.split("-").map(Number) as [number, number, number];
  const before = new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
  return [today.slice(0, 7), ...(day < CLOSES_ON ? [before] : [])];
}
