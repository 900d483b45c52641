/** A reporter for `npm test`: the ten files that took longest, at the end. */
import { relative, resolve } from "node:path";
import type { TestEvent } from "node:test/reporters";

const SHOWN = 10;

export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const took = new Map<string, number>(); // ms, by the path of the file
  for await (const { type, data } of events)
    if (type === "test:complete" && resolve(data.name) === data.file)
      took.set(relative(".", data.file), data.details.duration_ms);
  if (took.size < SHOWN) return;
  yield "the slowest files:\n";
  for (const [file, ms] of [...took].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN))
    yield `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}\n`;
}
