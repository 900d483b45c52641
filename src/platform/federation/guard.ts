/**
 * The one way to ask an address that somebody elsewhere named. It has the signature of the global `fetch`, so that a library
 * can be given it in its place, and cannot be led into this machine's own network nor be held up or filled by an answer.
 */
import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { Agent as PlainConnections } from "node:http";
import { Agent as Connections } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { openRequest, type Agent } from "./asking.ts";
import { asItComes, OutsideError, readWhole, type Answer } from "./guarded-answer.ts";
import { isPrivateAddress } from "./private-networks.ts";

export { OutsideError };

export interface Guarding {
  readonly agent: Agent;
  /** Addresses of private networks, and plain http: for tests alone (`CND_ALLOW_PRIVATE=1`). */
  readonly allowPrivate: boolean;
  /** What one answer may weigh, as it comes and unpacked. */
  readonly bytes?: number;
  /** Hand on an answer as it comes, for whoever writes what is large to the disk; its bounds end it in the middle. */
  readonly streams?: boolean;
  /** How long one request may take, from the look-up of the name to the last byte: ms. */
  readonly patience?: number;
  /** Names to addresses, and which of these are nobody's business; the system's and ours where absent. */
  readonly lookup?: LookupFunction;
  readonly isPrivate?: (address: string) => boolean;
}

const BYTES = 1_048_576; // a long thread's page of replies is a fifth of it
const PATIENCE = 20_000; // ms; a server on a slow link answers within it
const HOPS = 3; // redirects
const HEADER_BYTES = 16_384; // of an answer, all together
const OF_ONE_HOST = 4; // connections at a time

/** Answers are read whole before they are handed on, unless asked for as they come: nobody holds a connection by being read slowly. */
export function guardedFetch(guarding: Guarding): typeof fetch {
  const { allowPrivate, bytes = BYTES, patience = PATIENCE, streams = false } = guarding;
  const read = streams ? asItComes : readWhole;
  const isPrivate = allowPrivate ? () => false : (guarding.isPrivate ?? isPrivateAddress);
  const lookup = publicOnly(guarding.lookup ?? systemLookup, isPrivate);
  const reuse = { keepAlive: true, maxSockets: OF_ONE_HOST, maxFreeSockets: 64, timeout: patience };
  const connections = { "https:": new Connections(reuse), "http:": new PlainConnections(reuse) };

  function check({ protocol, hostname }: URL): void {
    if (protocol !== "https:" && !(allowPrivate && protocol === "http:"))
      throw new OutsideError("scheme", `Expected an https address, got ${protocol}//${hostname}.`);
    const literal = hostname.replace(/^\[|\]$/g, ""); // a URL spells 0x7f.1 and 2130706433 as 127.0.0.1
    if (isIP(literal) !== 0 && isPrivate(literal)) throw refused(hostname);
  }

  /** One request, no redirect followed. */
  function ask(url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
    check(url);
    const secure = url.protocol === "https:";
    return new Promise((resolve, reject) => {
      const req = openRequest(guarding.agent, url, {
        agent: connections[secure ? "https:" : "http:"],
        method: asked.method,
        headers: asked.headers,
        lookup,
        maxHeaderSize: HEADER_BYTES,
        signal,
      });
      req.once("error", (error: NodeJS.ErrnoException) => {
        // A connection that was kept may end just when it is used again: that says nothing about the server.
        if (req.reusedSocket && error.code === "ECONNRESET") resolve(ask(url, asked, signal));
        else reject(error);
      });
      req.once("response", (res) => {
        read(res, bytes, url.hostname).then(resolve, (error: Error) => {
          req.destroy();
          reject(error);
        });
      });
      req.end(asked.body);
    });
  }

  return async (input, init) => {
    const request = new Request(input, init);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(patience)]);
    let url = new URL(request.url);
    let asked = await askedBy(request);
    try {
      for (let hop = 0; ; hop++) {
        const answer = await ask(url, asked, signal);
        const to = REDIRECTS.has(answer.status) ? answer.headers.get("location") : null;
        if (to === null || request.redirect === "manual") return responseOf(answer, url, hop > 0);
        const next = URL.parse(to, url);
        if (request.redirect === "error" || hop === HOPS || !next)
          throw new OutsideError(
            "redirects",
            `Expected an answer from ${url.hostname} after at most ${HOPS} redirects, and was sent on.`,
          );
        asked = onward(asked, answer.status, next.origin !== url.origin);
        url = next;
      }
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      throw said(error, url.hostname, patience, signal.aborted);
    }
  };
}

interface Asked {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

async function askedBy(request: Request): Promise<Asked> {
  const headers = Object.fromEntries(request.headers);
  headers["accept"] ??= "*/*";
  headers["accept-encoding"] = "gzip, deflate, br";
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  if (body !== undefined) headers["content-length"] = String(body.length);
  return { method: request.method, headers, body };
}

/** What proves who asks goes to nobody but whom it was meant for. */
function onward(asked: Asked, status: number, elsewhere: boolean): Asked {
  const headers = { ...asked.headers };
  delete headers["host"];
  if (elsewhere)
    for (const name of ["authorization", "cookie", "signature", "signature-input"])
      delete headers[name];
  if (status >= 307 || asked.method === "GET" || asked.method === "HEAD")
    return { ...asked, headers };
  for (const name of ["content-length", "content-type", "digest", "content-digest"])
    delete headers[name];
  return { method: "GET", headers, body: undefined };
}

/** Looked up for the connection itself, so that a name cannot mean one thing when asked and another when connected to. */
function publicOnly(
  lookup: LookupFunction,
  isPrivate: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "", 0);
      const addresses = found as unknown as LookupAddress[];
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => isPrivate(address)))
        return done(refused(hostname), "", 0);
      if (options.all) return (done as unknown as DoneAll)(null, addresses);
      done(null, first.address, first.family);
    });
}

type DoneAll = (error: null, addresses: LookupAddress[]) => void;

const refused = (hostname: string): OutsideError =>
  new OutsideError(
    "private",
    `Expected an address that everybody can reach, and ${hostname} is one of a private network.`,
  );

/** Where an answer came from is read by whoever resolves addresses against it. */
function responseOf({ body, ...answer }: Answer, url: URL, redirected: boolean): Response {
  const bare = BODILESS.has(answer.status);
  const response = new Response(bare ? null : body, answer);
  return Object.defineProperties(response, {
    url: { value: url.href },
    redirected: { value: redirected },
  });
}

function said(error: unknown, host: string, patience: number, late: boolean): OutsideError {
  if (error instanceof OutsideError) return error;
  if (late)
    return new OutsideError("slow", `Expected an answer from ${host} within ${patience} ms.`);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "HPE_HEADER_OVERFLOW")
    return new OutsideError(
      "large",
      `Expected less than ${HEADER_BYTES} bytes of headers from ${host}.`,
    );
  return new OutsideError("unreachable", `Expected an answer from ${host}: ${message}`);
}
