/** What the process takes for the federation's thread: requests with a bound, and no more at a time than it can answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Budgets } from "../budget/budget.ts";
import type { Extra } from "../web/extra.ts";
import { isBody, readBody, throwAway } from "../web/read-body.ts";
import type { Alternate } from "../web/server.ts";
import { ADDRESSES } from "./addresses.ts";
import {
  isRefusal,
  openInboxDoor,
  type InboxDoor,
  type Letter,
  type Refusal,
} from "./inbox-door.ts";
import type { Answered, Federating, FederationThread } from "./thread.ts";
import { timeNow } from "../process/steady-clock.ts";

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

export function openFederation(
  thread: FederationThread,
  budgets: Budgets,
  inbox = openInboxDoor(timeNow),
): Federation {
  const door = federationDoor(thread, budgets, inbox);
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

const FULL: Refusal = { status: 503, text: "Too much at once; please try again", after: 30 };
const OFF: Refusal = { status: 404, text: "Nothing stands at this address" };
const ENDED: Refusal = { status: 503, text: "Not now; please try again", after: 60 };

function federationDoor(
  thread: Pick<Federating, "answer">,
  budgets: Budgets,
  inbox: InboxDoor,
): Pick<Federation, "answer" | "alternate"> {
  const most = budgets.limits.letter.bytes;

  /** Hand it on to the thread, one of a bounded number. */
  async function pass(
    req: IncomingMessage,
    res: ServerResponse,
    { body, orElse }: { readonly body?: Uint8Array; readonly orElse?: 404 } = {},
  ): Promise<number> {
    using place = budgets.enter("federation", req, res);
    if (!place) return refuse(req, res, FULL);
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

  async function receive(
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<[Uint8Array, Letter] | Refusal> {
    const claim = await inbox.knock(req);
    if (isRefusal(claim)) return claim;
    using place = budgets.enter("letter", req, res);
    if (!place) return FULL;
    const body = await readBody(req, most);
    if (!isBody(body)) return { status: body.status, text: body.message };
    const bytes = new Uint8Array(body);
    const letter = inbox.open(req, claim, bytes);
    return isRefusal(letter) ? letter : [bytes, letter];
  }

  return {
    async answer(req, res) {
      const received = req.method === "POST" ? await receive(req, res) : undefined;
      if (received === undefined) await pass(req, res);
      else if (isRefusal(received)) {
        await throwAway(req, res);
        refuse(req, res, received);
      } else {
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
  if (after !== undefined) res.setHeader("Retry-After", after);
  res.setHeader("Content-Type", "text/plain; charset=utf-8");
  res.writeHead(status).end(req.method === "HEAD" ? undefined : `${text}\n`);
  return status;
}
