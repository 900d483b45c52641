/** Whether the campaign is reached at its public address, through whatever stands before it, as its readers and senders need it. */
import { createServer, request as askHttp, type IncomingMessage } from "node:http";
import { request as askHttps } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "node:events";
import { getCACertificates } from "node:tls";
import * as v from "valibot";
import { well, wrong, look, type Finding } from "./finding.ts";
import { answerProbe, isProbe, openProbe, PROBE, Seen } from "./probe.ts";

const PATIENCE = 15_000; // ms
const HALF = 1024 * 1024; // bytes; both halves are more than nginx takes by itself
const PAUSE = 600; // ms between the halves
/** From a net for documents (RFC 5737): nobody has it. */
const FORGED = "203.0.113.77";

interface Asked {
  readonly dir: string;
  /** The public address without a slash at its end. */
  readonly base: string;
  /** Certificates to trust beside those that Node does: what browsers on this machine trust without it. */
  readonly ca?: readonly string[];
  /** Where the same name stands without encryption; port 80 without it. */
  readonly plain?: string;
  /** Where nobody serves it: this looks there in its place. */
  readonly listens?: { readonly port: number; readonly host: string };
}
interface Reached {
  readonly findings: readonly Finding[];
  /** What the clock of whoever answered says, UTC ms. */
  readonly told?: number;
}

export async function publicCheck(asked: Asked): Promise<Reached> {
  const { dir, base, listens } = asked;
  const shape = shapeOf(base);
  if (shape?.is === "wrong") return { findings: [shape] };
  let answer: Answer;
  try {
    using probe = openProbe(dir);
    await using _ = listens && (await standIn(dir, listens));
    answer = await ask(`${base}${probe.path}`, isLoopbackName(base) ? 0 : PAUSE, asked.ca);
  } catch (error) {
    return { findings: [unreached(base, error as NodeJS.ErrnoException)] };
  }
  const seen = seenIn(answer);
  const told = Date.parse(answer.headers.date ?? "");
  return {
    findings: seen
      ? [
          reached(base),
          ...(isLoopbackName(base) ? [] : throughProxy(asked, answer, seen)),
          ...(await plainCheck(asked)),
        ]
      : [elsewhere(base, answer)],
    ...(seen && !Number.isNaN(told) && { told }),
  };
}

const hostOf = (base: string): string => new URL(base).host;
const isLoopbackName = (base: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(base).hostname) &&
  base.startsWith("http:");
const reached = (base: string): Finding =>
  isLoopbackName(base)
    ? look(
        "address",
        `The campaign is reached at ${base}, from this machine alone.`,
        "To let others in: a name that leads here, a proxy before it (docs/recipes), and CND_URL=https://your-domain",
      )
    : well("address", `The campaign is reached at ${base}.`);

function shapeOf(base: string): Finding | undefined {
  if (base.startsWith("https:") || isLoopbackName(base)) return undefined;
  return wrong(
    "address",
    `The public address ${base} is not encrypted: passkeys, the fediverse and reading offline do not work there.`,
    `Put Caddy or nginx before it (docs/recipes), and say CND_URL=https://${hostOf(base)}`,
  );
}

/** For as long as it looks, this process answers where the program would. */
async function standIn(
  dir: string,
  { port, host }: NonNullable<Asked["listens"]>,
): Promise<AsyncDisposable> {
  const server = createServer((req, res) => {
    const name = (req.url ?? "").slice(PROBE.length);
    if (isProbe(dir, name, Date.now())) answerProbe(req, res).catch(() => res.destroy());
    else res.writeHead(404).end();
  });
  server.listen(port, host);
  await once(server, "listening");
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** One request in two halves, with a claim about where it comes from that a proxy has to drop. */
async function ask(
  url: string,
  pause: number,
  ca: readonly string[] = getCACertificates("system"),
): Promise<Answer> {
  const make = url.startsWith("https:") ? askHttps : askHttp;
  const headers = {
    "Content-Length": 2 * HALF,
    "X-Forwarded-For": FORGED,
    Forwarded: `for=${FORGED}`,
    "Accept-Encoding": "identity",
  };
  const req = make(url, {
    method: "POST",
    headers,
    timeout: PATIENCE,
    agent: false,
    ca: [...getCACertificates("default"), ...ca],
  });
  req.on("timeout", () =>
    req.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })),
  );
  const came = once(req, "response") as Promise<[IncomingMessage]>;
  came.catch(() => undefined);
  const answered = came.then(() => true);
  answered.catch(() => undefined);
  const failed = once(req, "close"); // where there is no line
  failed.catch(() => undefined);
  const sent = new Promise((done) => req.write(Buffer.alloc(HALF), done));
  await Promise.race([sent, answered, failed]);
  const isEarly = await Promise.race([answered, sleep(pause, false)]);
  if (!isEarly) req.end(Buffer.alloc(HALF));
  const [res] = await came;
  let text = "";
  for await (const chunk of res.setEncoding("utf8")) {
    text += chunk;
    if (text.length > 10_000) break;
  }
  req.destroy();
  return { status: res.statusCode ?? 0, headers: res.headers, text };
}

function seenIn({ status, text }: Answer): Seen | undefined {
  if (status !== 200) return undefined;
  try {
    return v.parse(Seen, JSON.parse(text));
  } catch {
    return undefined;
  }
}

function unreached(base: string, { code = "", message }: NodeJS.ErrnoException): Finding {
  const host = hostOf(base);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return wrong(
      "address",
      `The name ${host} leads nowhere.`,
      "At whoever sold you the name, let an A record (and an AAAA record) lead to this machine, wait some minutes, and look at CND_URL for a mistyped letter.",
    );
  if (/CERT|SELF_SIGNED|ISSUER|ERR_TLS|SIGNATURE/.test(code))
    return wrong(
      "address",
      `Browsers will not trust the certificate of ${host} (${code}).`,
      "Let Caddy or certbot get one for exactly this name, and renew it: caddy reload, or certbot renew.",
    );
  if (code === "ECONNREFUSED")
    return wrong(
      "address",
      `Nothing listens at ${base}.`,
      "Start the proxy (systemctl start caddy), and see that it listens on port 443 and that no firewall stands before it.",
    );
  if (/EPROTO|WRONG_VERSION/.test(code))
    return wrong(
      "address",
      `What listens at ${base} does not speak https.`,
      "Let the proxy listen there with a certificate (docs/recipes), and the program behind it on another port.",
    );
  if (code === "ECONNRESET" || code === "EPIPE")
    return wrong(
      "proxy",
      `The proxy at ${base} ends the line while a body of ${(2 * HALF) / 1024 / 1024} MB is sent: photos and films do not arrive.`,
      CUT,
    );
  return wrong(
    "address",
    `${base} does not answer (${code || message}).`,
    "See that the name leads to this machine (dig), that the proxy runs, and that a firewall lets port 443 in. From some home networks their own public address cannot be reached: then ask from another one.",
  );
}
/** Who types the name alone comes without encryption, and has to be led to where it is. */
async function plainCheck({ base, plain }: Asked): Promise<Finding[]> {
  const { protocol, port, hostname } = new URL(base);
  if (protocol !== "https:" || (port !== "" && plain === undefined)) return [];
  const url = plain ?? `http://${hostname}/`;
  const led = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ headers }) => headers.get("location") ?? "",
    () => undefined,
  );
  if (led?.startsWith("https:")) return [];
  return [
    look(
      "address",
      led === undefined
        ? `Nothing answers at ${url}: who types the name alone may come to nothing.`
        : `${url} does not lead to ${base}.`,
      "Let the proxy listen on port 80 as well, and lead all there to https (docs/recipes).",
    ),
  ];
}

const CUT =
  "Let it take bodies up to 512 MB: client_max_body_size 512m in nginx, max_size 512MB in Caddy (docs/recipes).";

/** Something answers that is not this campaign. */
function elsewhere(base: string, { status, headers }: Answer): Finding {
  if (status === 413)
    return wrong("proxy", `The proxy at ${base} takes no body of 2 MB (413).`, CUT);
  if (status === 502 || status === 503 || status === 504)
    return wrong(
      "address",
      `The proxy at ${base} does not reach this program (${status}).`,
      "Let it ask at the program's own address: the PORT of the program in the proxy's upstream, and HOST=127.0.0.1 where both are on this machine.",
    );
  if (status >= 300 && status < 400)
    return wrong(
      "address",
      `${base} leads to ${headers.location ?? "another address"}.`,
      "Let CND_URL be the address where readers end up, with or without www, and let the proxy lead the other one there.",
    );
  return wrong(
    "address",
    `Something else than this campaign answers at ${base} (${status}).`,
    "See that the name leads to this machine, and that the proxy hands this name to this program's port and not to another site.",
  );
}

function throughProxy({ base, listens }: Asked, { headers }: Answer, seen: Seen): Finding[] {
  const isStandIn = listens !== undefined; // which says nothing but what it saw
  const found: Finding[] = [];
  if (!isStandIn && headers["strict-transport-security"] === undefined)
    found.push(
      wrong(
        "proxy",
        "Browsers are not told that this address is for https alone (Strict-Transport-Security), so somebody on the line can lead readers elsewhere.",
        `Start the program with CND_URL=${base}, and let the proxy drop no header of its answers.`,
      ),
    );
  if (seen.host !== hostOf(base))
    found.push(
      wrong(
        "proxy",
        `The proxy asks the program for ${seen.host || "no host"} in place of ${hostOf(base)}.`,
        "Let it hand the name on: proxy_set_header Host $host in nginx. Caddy does so by itself.",
      ),
    );
  if (seen.address === FORGED)
    found.push(
      wrong(
        "proxy",
        "The proxy hands on what a stranger claims about where they come from, so limits of forms can be got around.",
        'Let it write the header anew: proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header Forwarded ""; in nginx, header_up -Forwarded in Caddy (docs/recipes).',
      ),
    );
  else if (!seen.isLocal)
    found.push(
      look(
        "proxy",
        "The proxy is on another machine as far as the program sees, so all people share one limit of forms.",
        "Run both on one machine, or the container with --network=host and HOST=127.0.0.1.",
      ),
    );
  else if (seen.address === "")
    found.push(
      wrong(
        "proxy",
        "The proxy does not say for whom it asks, so all people share one limit of forms.",
        "Let it say so: proxy_set_header X-Forwarded-For $remote_addr in nginx. Caddy does so by itself; where another header is set too, drop that one.",
      ),
    );
  if (seen.bytes !== 2 * HALF)
    found.push(wrong("proxy", `Of a body of ${2 * HALF} bytes ${seen.bytes} arrived.`, CUT));
  else if (seen.spread < PAUSE / 2)
    found.push(
      wrong(
        "proxy",
        "The proxy keeps a body back until all of it has arrived: an upload over a bad connection begins anew each time it is cut.",
        "Let it hand bodies on as they come: proxy_request_buffering off in nginx. Caddy does so by itself.",
      ),
    );
  return found.length > 0 ? found : [well("proxy", "The proxy hands on what it should.")];
}
