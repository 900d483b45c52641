/** A body that is read into memory: its length is looked at first, and what lies here is held by the place of its request. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { placeOf } from "../budget/budget.ts";

type BodyProblem = {
  /** 408: it was cut off; 413: too large; 503: too much of it lies here at this moment. */
  readonly status: 408 | 413 | 503;
  readonly message: string;
};

/** @param most bytes */
export async function readBody(req: IncomingMessage, most: number): Promise<Buffer | BodyProblem> {
  const large: BodyProblem = { status: 413, message: `Expected at most ${most} bytes` };
  if (Number(req.headers["content-length"] ?? 0) > most) return large;
  const place = placeOf(req);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of req.iterator({ destroyOnReturn: false })) {
      length += (part as Buffer).length;
      if (length > most) return large;
      if (place && !place.hold((part as Buffer).length))
        return { status: 503, message: "Too much at once; please try again in a minute" };
      parts.push(part as Buffer);
    }
  } catch {
    return { status: 408, message: "Expected the whole body; it was cut off" };
  }
  return Buffer.concat(parts);
}

export const isBody = (read: Buffer | BodyProblem): read is Buffer => Buffer.isBuffer(read);

const DRAIN = 3000; // ms for which what is refused is read on
const waits = new WeakMap<IncomingMessage, Promise<unknown>>();

/** Until all of what is refused was read, or for a while: one wait a request, however many ask for it one after the other. */
export async function drained(req: IncomingMessage): Promise<void> {
  if (req.complete || req.destroyed) return;
  let wait = waits.get(req);
  if (!wait) {
    const ended = new Promise((done) => req.once("end", done).once("close", done));
    wait = Promise.race([ended, sleep(DRAIN, undefined, { ref: false })]);
    waits.set(req, wait);
  }
  await wait;
}

/**
 * Read on and throw away what is refused, for a while: whoever still sends hears no answer, and a line that is closed meanwhile
 * takes the answer with it. Then it is answered.
 */
export async function throwAway(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.complete || req.destroyed) return;
  req.resume();
  await drained(req);
  if (!req.complete && !res.headersSent) res.setHeader("Connection", "close");
}
