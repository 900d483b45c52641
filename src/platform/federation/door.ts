/** What the process takes for the federation's thread: requests with a bound, and no more at a time than it can answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Extra } from "../web/extra.ts";
import type { Alternate } from "../web/server.ts";
import { ADDRESSES } from "./addresses.ts";
import { isRefusal, openInboxDoor, type Letter, type Refusal } from "./inbox-door.ts";
import type { Answered, Federating, FederationThread } from "./thread.ts";

/** The federation as features and the server see it. */
export interface Federation extends Omit<Federating, "answer"> {
  readonly answer: Extra;
  /** Pages in its form. */
  readonly alternate: Alternate;
  /** Whether its thread has begun. */
  readonly runs: boolean;
  /** Off, its addresses answer 404, and nothing is said or done. */
  on: boolean;
  /** End its thread. */
  rest(): Promise<void>;
}

/** Whether other servers can reach this one: by https, at the root of a name. */
export function mayFederate(base: string, allowPrivate: boolean): boolean {
  const { protocol, pathname } = new URL(base);
  return pathname === "/" && (protocol === "https:" || allowPrivate);
}

/** The addresses that it answers. */
export const federationAddresses = ({ answer }: Federation): Readonly<Record<string, Extra>> =>
  Object.fromEntries(ADDRESSES.map((address) => [address, answer]));

export function openFederation(thread: FederationThread): Federation {
  const door = federationDoor(thread);
  const federation: Federation = {
    ...thread,
    on: true,
    get runs() {
      return thread.runs;
    },
    async say(changes) {
      if (federation.on) await thread.say(changes);
    },
    async sayToday() {
      if (federation.on) await thread.sayToday();
    },
    async answer(req, res, asked) {
      if (federation.on) await door.answer(req, res, asked);
      else refuse(req, res, OFF);
    },
    alternate: {
      isAsked: (req) => federation.on && door.alternate.isAsked(req),
      answer: door.alternate.answer,
    },
  };
  return federation;
}

// No browser asks for these.
const ACTIVITY = /application\/(?:activity\+json|ld\+json)/i;

const MOST_BYTES = 256 * 1024; // of a body; a long article has 100 kB
const PATIENCE = 20_000; // ms for a body to come
const READING = { total: 128, each: 16 }; // bodies on their way: 32 MB at most
const WAITING = { total: 64, each: 16 }; // requests that the thread has not answered yet
const FULL: Refusal = { status: 503, text: "Too much at once; please try again", after: 30 };
const OFF: Refusal = { status: 404, text: "Nothing stands at this address" };
const ENDED: Refusal = { status: 503, text: "Not now; please try again", after: 60 };

function federationDoor(
  thread: Pick<Federating, "answer">,
): Pick<Federation, "answer" | "alternate"> {
  const inbox = openInboxDoor(Date.now);
  const [reading, waiting] = [openPlaces(READING), openPlaces(WAITING)];

  /** Hand it on to the thread, one of a bounded number. */
  async function pass(
    req: IncomingMessage,
    res: ServerResponse,
    { body, orElse }: { readonly body?: Uint8Array; readonly orElse?: 404 } = {},
  ): Promise<number> {
    const place = waiting.take(inbox.from(req));
    if (!place) return refuse(req, res, FULL);
    using _ = place;
    const answered = thread.answer({
      method: req.method === "POST" ? "POST" : "GET",
      url: req.url ?? "/",
      headers: headersOf(req),
      ...(body && { body }),
    });
    const answer = await answered.catch(() => undefined); // the operator reads why where it ended
    if (!answer) return refuse(req, res, ENDED);
    if (answer.status !== orElse) send(req, res, answer);
    return answer.status;
  }

  async function receive(req: IncomingMessage): Promise<[Uint8Array, Letter] | Refusal> {
    const claim = await inbox.knock(req);
    if (isRefusal(claim)) return claim;
    using place = reading.take(inbox.from(req));
    if (!place) return FULL;
    const body = await bounded(req);
    if (isRefusal(body)) return body;
    const letter = inbox.open(req, claim, body);
    return isRefusal(letter) ? letter : [body, letter];
  }

  return {
    async answer(req, res) {
      const received = req.method === "POST" ? await receive(req) : undefined;
      if (received === undefined) await pass(req, res);
      else if (isRefusal(received)) refuse(req, res, received);
      else {
        const [body, letter] = received;
        await inbox.learn(letter, await pass(req, res, { body }));
      }
    },
    alternate: {
      isAsked: ({ method, headers }) =>
        headers.accept !== undefined &&
        ACTIVITY.test(headers.accept) &&
        (method === "GET" || method === "HEAD"),
      answer: async (req, res) => (await pass(req, res, { orElse: 404 })) !== 404,
    },
  };
}

/** Places that somebody holds for a while: so many in all, so many for one. */
function openPlaces({ total, each }: { readonly total: number; readonly each: number }) {
  const held = new Map<string, number>();
  let all = 0;
  return {
    take(by: string): Disposable | undefined {
      const own = held.get(by) ?? 0;
      if (all >= total || own >= each) return undefined;
      all += 1;
      held.set(by, own + 1);
      return {
        [Symbol.dispose]() {
          all -= 1;
          const left = held.get(by)! - 1;
          if (left === 0) held.delete(by);
          else held.set(by, left);
        },
      };
    },
  };
}

async function bounded(req: IncomingMessage): Promise<Uint8Array | Refusal> {
  const large: Refusal = { status: 413, text: `Expected at most ${MOST_BYTES} bytes` };
  if (Number(req.headers["content-length"] ?? 0) > MOST_BYTES) return large;
  const late = setTimeout(() => req.destroy(), PATIENCE);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of req.iterator({ destroyOnReturn: false })) {
      length += (part as Buffer).length;
      if (length > MOST_BYTES) return large;
      parts.push(part as Buffer);
    }
  } catch {
    return { status: 408, text: "Expected the whole body" }; // cut off, or too slow
  } finally {
    clearTimeout(late);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, i): [string, string][] =>
    i % 2 === 0 ? [[name, rawHeaders[i + 1]!]] : [],
  );
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  { status, headers, body }: Answered,
): void {
  for (const [name, value] of headers) res.setHeader(name, value);
  res.setHeader("Content-Length", body.length);
  res.writeHead(status).end(req.method === "HEAD" ? undefined : body);
}

function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  { status, text, after }: Refusal,
): number {
  if (status === 413 || status === 408) res.setHeader("Connection", "close");
  if (after !== undefined) res.setHeader("Retry-After", after);
  res.setHeader("Content-Type", "text/plain; charset=utf-8");
  res.writeHead(status).end(req.method === "HEAD" ? undefined : `${text}\n`);
  return status;
}
