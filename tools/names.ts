/**
 * Names of their own for programs under test, with TLS: `snac.test` and its like, on addresses of the loopback that
 * nobody else uses, signed by an authority made for the occasion. Only programs started `inside` know the names and trust
 * the authority: they have a mount namespace with another /etc/hosts and another bundle of authorities; nothing of the
 * machine is changed. A front before each name hands requests on over plain HTTP, and keeps what went through it.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  request as ask,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer, request as askSafely, type Server } from "node:https";
import { join } from "node:path";

/** One request that went through a front, with its answer. */
interface Passed {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

export interface Names extends AsyncDisposable {
  /** Put before a command, it runs where the names are known. */
  readonly inside: readonly string[];
  /** The certificate of the authority, for those who are told by a setting whom to trust. */
  readonly authority: string;
  /** What went through, in order of its answers. */
  readonly passed: readonly Passed[];
  /** From now on requests for this name go to this port. */
  lead(name: string, port: number): void;
  /** A request from outside, as if from anywhere: to a front, which hands it on. */
  ask(url: string, init?: Asked): Promise<Answer>;
}
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";
const MOUNT = `mount --bind "$1" /etc/hosts && mount --bind "$2" ${BUNDLE} && shift 2 && exec "$@"`;

/** Why there can be no names here; undefined when there can. */
export function whyNoNames(): string | undefined {
  if (process.getuid?.() !== 0) return "names of their own need root";
  const made = spawnSync("unshare", ["-m", "--propagation", "private", "true"], {
    encoding: "utf8",
  });
  if (made.error) return "there is no unshare command here";
  return made.status === 0 ? undefined : `namespaces are not allowed here: ${made.stderr.trim()}`;
}

/** @param dir an empty folder, deleted by whoever made it */
export async function openNames(dir: string, names: readonly string[]): Promise<Names> {
  const { key, cert, authority } = certify(dir, names);
  const net = `127.${randomInt(1, 255)}.${randomInt(256)}`; // two runs at once do not meet
  const addresses = new Map(names.map((name, i) => [name, `${net}.${i + 1}`]));
  const hosts = join(dir, "hosts");
  const lines = [...addresses].map(([name, address]) => `${address} ${name}\n`);
  writeFileSync(hosts, `127.0.0.1 localhost\n${lines.join("")}`);
  const bundle = join(dir, "bundle.crt");
  writeFileSync(bundle, readFileSync(BUNDLE, "utf8") + readFileSync(authority, "utf8"));
  const ports = new Map<string, number>();
  const passed: Passed[] = [];
  const fronts: Server[] = [];
  for (const [name, address] of addresses) {
    const front = frontOf(name, { key, cert }, () => ports.get(name), passed);
    front.listen(443, address);
    await once(front, "listening");
    fronts.push(front);
  }
  const ca = readFileSync(authority);
  return {
    inside: ["unshare", "-m", "--propagation", "private", "sh", "-c", MOUNT, "sh", hosts, bundle],
    authority,
    passed,
    lead: (name, port) => void ports.set(name, port),
    ask(url, { method = "GET", headers = {}, body = "" } = {}) {
      const { hostname, pathname, search } = new URL(url);
      const host = addresses.get(hostname);
      if (!host) throw new Error(`Expected one of ${names.join(", ")}, got ${hostname}.`);
      const all = { ...headers, host: hostname, "content-length": Buffer.byteLength(body) };
      const options = { host, servername: hostname, ca, method, headers: all, agent: false };
      return answerOf(askSafely({ ...options, path: pathname + search }).end(body));
    },
    async [Symbol.asyncDispose]() {
      for (const front of fronts) {
        front.close();
        front.closeAllConnections();
      }
    },
  };
}

/** An authority, and one certificate of it for all the names. */
function certify(
  dir: string,
  names: readonly string[],
): { readonly key: Buffer; readonly cert: Buffer; readonly authority: string } {
  mkdirSync(dir, { recursive: true });
  const at = (name: string) => join(dir, name);
  const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  const fresh = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" ");
  const ca = [
    "-x509",
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.crt"),
    "-subj",
    "/CN=test authority",
  ];
  openssl("req", ...fresh, ...ca);
  const all = `subjectAltName=${names.map((name) => `DNS:${name}`).join(",")}`;
  const by = ["-CA", at("ca.crt"), "-CAkey", at("ca.key"), "-addext", all];
  const end = ["-addext", "basicConstraints=critical,CA:FALSE"];
  const own = ["-x509", "-keyout", at("tls.key"), "-out", at("tls.crt"), "-subj", "/CN=test"];
  openssl("req", ...fresh, ...own, ...by, ...end);
  const read = (name: string) => readFileSync(at(name));
  return { key: read("tls.key"), cert: read("tls.crt"), authority: at("ca.crt") };
}

function frontOf(
  name: string,
  tls: { readonly key: Buffer; readonly cert: Buffer },
  port: () => number | undefined,
  passed: Passed[],
): Server {
  const hand = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await textOf(req);
    const { method = "GET", url: path = "/", headers } = req;
    const what = { name, method, path, headers, body: utf8(body) };
    const on = { ...headers, "x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.1" };
    try {
      const asked = ask({ host: "127.0.0.1", port: port() ?? 1, method, path, headers: on });
      const { status, headers: came, body: answer } = await answerOf(asked.end(body, "latin1"));
      passed.push({ ...what, status, answer: utf8(answer) });
      const { connection: _hop, "transfer-encoding": _coding, ...rest } = came;
      const bytes = Buffer.from(answer, "latin1");
      res.writeHead(status, { ...rest, "content-length": bytes.length }).end(bytes);
    } catch {
      passed.push({ ...what, status: 502, answer: "" });
      res.writeHead(502).end();
    }
  };
  return createServer(tls, (req, res) => void hand(req, res));
}

async function answerOf(asked: ClientRequest): Promise<Answer> {
  const [res] = (await once(asked, "response")) as [IncomingMessage];
  return { status: res.statusCode ?? 0, headers: res.headers, body: await textOf(res) };
}

/** Bytes as letters, so that what is handed on is what came. */
async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("latin1");
}
const utf8 = (bytes: string): string => Buffer.from(bytes, "latin1").toString("utf8");
