/** Whether the campaign is reached at its public address, through whatever stands before it, as its readers and senders need it. */
import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { once } from "node:events";
import { getCACertificates } from "node:tls";
import * as v from "valibot";
import { fetchAs, openRequest, type Agent } from "../federation/asking.ts";
import { well, wrong, look, type Finding } from "./finding.ts";
import {
  elsewhere,
  FORGED,
  HALF,
  hostOf,
  throughProxy,
  unreached,
  type Answer,
} from "./trouble.ts";
import { answerProbe, isProbe, openProbe, PROBE, Seen } from "./probe.ts";
import { machineNow } from "../process/steady-clock.ts";

const PATIENCE = 15_000; // ms
const PAUSE = 4000; // ms that the first half is given to arrive before the second one is sent
const LOOKS = 10; // ms between two looks whether it has

interface Asked {
  readonly agent: Agent;
  readonly dir: string;
  /** The public address without a slash at its end. */
  readonly base: string;
  /** Certificates to trust beside those that Node does: what browsers on this machine trust without it. */
  readonly ca?: readonly string[];
  /** Where the same name stands without encryption; port 80 without it. */
  readonly plain?: string;
  /** ms that the first half of a body is given to arrive; 4000 without it. */
  readonly pause?: number;
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
  let isHeldBack = false;
  using opened = new DisposableStack();
  let probe: ReturnType<typeof openProbe>;
  try {
    probe = opened.use(openProbe(dir));
  } catch (error) {
    return { findings: [unwritten(dir, error as NodeJS.ErrnoException)] };
  }
  try {
    await using _ = listens && (await standIn(dir, listens));
    answer = await ask(`${base}${probe.path}`, asked, async (isOver) => {
      const until = performance.now() + (asked.pause ?? PAUSE);
      while (!probe.hasCome() && !isOver() && performance.now() < until) await sleep(LOOKS);
      isHeldBack = !probe.hasCome();
    });
  } catch (error) {
    return { findings: [unreached(base, error as NodeJS.ErrnoException)] };
  }
  const seen = seenIn(answer);
  const told = Date.parse(answer.headers.date ?? "");
  return {
    findings: seen
      ? [
          reached(base),
          ...(isLoopbackName(base)
            ? []
            : throughProxy(base, answer, {
                ...seen,
                isHeldBack,
                isStandIn: listens !== undefined,
              })),
          ...(await plainCheck(asked)),
        ]
      : [elsewhere(base, answer)],
    ...(seen && !Number.isNaN(told) && { told }),
  };
}

/** The address is not to blame for it, and cannot be asked. */
const unwritten = (dir: string, { code, message }: NodeJS.ErrnoException): Finding =>
  wrong(
    "disk",
    `No file can be written into ${dir} (${code ?? message}), so the public address was not asked.`,
    `Free space on its disk, see that it can be written, and look again: df -h ${dir}, ls -l ${dir}`,
  );

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
    if (isProbe(dir, name, machineNow())) answerProbe(dir, req, res).catch(() => res.destroy());
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

/** One request in two halves, with a claim about where it comes from that a proxy has to drop. */
async function ask(
  url: string,
  { agent, ca = getCACertificates("system") }: Pick<Asked, "agent" | "ca">,
  between: (isOver: () => boolean) => Promise<void>,
): Promise<Answer> {
  const headers = {
    "content-length": 2 * HALF,
    "x-forwarded-for": FORGED,
    forwarded: `for=${FORGED}`,
    "accept-encoding": "identity",
  };
  const req = openRequest(agent, new URL(url), {
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
  let isOver = false;
  const answered = came.then(() => (isOver = true)).finally(() => (isOver = true));
  answered.catch(() => undefined);
  const failed = once(req, "close"); // where there is no line
  failed.catch(() => undefined);
  const sent = new Promise((done) => req.write(Buffer.alloc(HALF), done));
  await Promise.race([sent, answered, failed]);
  const isEarly = await Promise.race([answered, between(() => isOver).then(() => false)]);
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

/** Who types the name alone comes without encryption, and has to be led to where it is. */
async function plainCheck({ agent, base, plain }: Asked): Promise<Finding[]> {
  const { protocol, port, hostname } = new URL(base);
  if (protocol !== "https:" || (port !== "" && plain === undefined)) return [];
  const url = plain ?? `http://${hostname}/`;
  const led = await fetchAs(agent)(url, {
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  }).then(
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
