/** What a measurement speaks to: bounded in size and number, never kept, never compressed. Rule MS4. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { plainly, type Plain } from "../../platform/web/handler.ts";
import { throwAway } from "../../platform/web/read-body.ts";
import type { PlainReply } from "../../platform/web/reply.ts";
import { bodyOf } from "./body.ts";
import { openIntake } from "./intake.ts";
import { MEASURED } from "./paths.ts";
import { wordsIn } from "./words.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

const MAX_BURST = 200_000; // bytes; a whole budget
const MAX_ARRIVALS = 60; // told back: enough for a rate, little to carry

export function measurementEndpoints({
  instance,
  frame,
  budgets,
}: Pick<Serving, "instance" | "frame" | "budgets">): Readonly<Record<string, Extra>> {
  const take = openIntake(instance, budgets, timeNow);
  const noise = randomBytes(2 * MAX_BURST); // what no line in between can compress

  /** Let one burst in, if there is room; the room is free again when its answer is done or cut. @returns why not */
  function enter({ req, res }: Plain): PlainReply | undefined {
    const place = budgets.enter("measurement", req, res);
    if (!place) {
      const text = "Too many measure at this moment. Please try again in a minute.";
      return { status: 503, text, retryAfter: 10 };
    }
    place.signal.addEventListener("abort", () => res.destroy());
    res.once("close", () => place[Symbol.dispose]());
    return undefined;
  }

  return {
    "GET /measure/ping": plainly(() => ({ status: 204, empty: true })),
    "GET /measure/down": plainly((visit) => {
      const bytes = Number(visit.search.get("bytes") ?? Number.NaN);
      if (!Number.isInteger(bytes) || bytes < 1 || bytes > MAX_BURST)
        return { status: 400, text: `bytes: expected a whole number from 1 to ${MAX_BURST}.` };
      const from = Math.floor(Math.random() * MAX_BURST);
      return (
        enter(visit) ?? {
          file: noise.subarray(from, from + bytes),
          type: "application/octet-stream",
          cache: "no-store, no-transform",
          headers: { "X-Accel-Buffering": "no" }, // a proxy before us passes it on as it comes
        }
      );
    }),
    "POST /measure/up": plainly(async (visit) => enter(visit) ?? (await arrivalsOf(visit.req))),
    "POST /measurements": plainly(async ({ req, res }) => {
      const { status, line, lang } = await take(req);
      await throwAway(req, res);
      if (lang === undefined) return { status, text: line };
      const { typed } = wordsIn(lang);
      if (status !== 200) return { status, text: status === 429 ? typed.busy : typed.refused };
      return { to: pathIn(await instance.snapshot(frame), lang, MEASURED) };
    }),
  };
}

/** When how much of it was here. */
async function arrivalsOf(req: IncomingMessage): Promise<PlainReply> {
  const start = performance.now();
  const arrivals: [ms: number, bytes: number][] = [];
  let bytes = 0;
  for await (const part of bodyOf(req)) {
    bytes += part.length;
    if (bytes > MAX_BURST) {
      const text = `Expected at most ${MAX_BURST} bytes, got more.`;
      return { status: 413, text, headers: { Connection: "close" } };
    }
    arrivals.push([Math.round((performance.now() - start) * 10) / 10, bytes]);
  }
  return { json: { arrivals: thinned(arrivals) }, bare: true };
}

/** Every so manieth, the last one in any case. */
function thinned<T>(all: readonly T[]): T[] {
  const step = Math.ceil(all.length / MAX_ARRIVALS);
  return all.filter((_, i) => i % step === 0 || i === all.length - 1);
}
