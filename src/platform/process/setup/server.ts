/**
 * An instance that holds nothing waits for its backup: one page, and whoever has the code that the console shows may bring
 * one in. Rules SU1 to SU3. It answers until a backup is back, or until it is told to stop.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { dirname, join, resolve } from "node:path";
import { openShares } from "../../budget/shares.ts";
import { isOfProxy, networkOf } from "../../web/network.ts";
import { believeNamed, type Proxies } from "../../web/proxies.ts";
import { receiveFile } from "../../web/receive-file.ts";
import { isOwnForm } from "../../web/own-form.ts";
import { LANGUAGES } from "../../words/catalogue.ts";
import { clearUnfinished } from "../unfinished.ts";
import type { OneTimeCode } from "./code.ts";
import { documentOf, SetupDone, SetupMain, type Trouble } from "./page.tsx";
import { wordsIn, type SetupWords } from "./words.ts";

/** A backup to be brought in. @returns why it was not, with what was found; nothing where it is back */
export type BringBack = (backup: {
  readonly file: string;
  readonly keyFile: string | undefined;
  /** Also where it is older than what is known, under a new name. */
  readonly newLog: boolean;
}) => Promise<{ readonly why: Trouble; readonly detail?: string } | undefined>;

interface Waiting {
  readonly port: number;
  readonly host: string;
  /** On other machines, which are believed. */
  readonly proxies?: Proxies;
  /** The public address. */
  readonly base: string;
  /** The empty data folder; what comes in lies beside it, on its disk. */
  readonly dir: string;
  readonly code: OneTimeCode;
  readonly bringBack: BringBack;
  readonly signal: AbortSignal;
  /** Milliseconds in which a request is all there, or has come as far as the right code. */
  readonly early?: number;
  /** Called once it listens. */
  readonly ready: () => void;
}

const LONGEST = 12 * 3_600_000; // ms; a gigabyte at 200 kbit/s
const CONNECTIONS = { each: 20, total: 1000 }; // nobody has anything to look for here but the one with the code
const EARLY = 30_000; // ms; the code stands before the file
const SILENT = 120_000; // ms without a byte of the backup; then its line is dead, and another one may bring it
const ROOM = 0.45; // of what is free: it is unpacked beside itself
const BESIDE = ".cnd-setup-"; // and the process

/** @returns whether a campaign is back; false where it was told to stop */
export async function waitForBackup(waiting: Waiting): Promise<boolean> {
  const { code, signal, bringBack } = waiting;
  const beside = dirname(resolve(waiting.dir));
  clearUnfinished(beside, BESIDE, true);
  const done = new AbortController();
  let isBusy = false;

  /** @param wait lets it take its time */
  async function take(
    req: IncomingMessage,
    wait: () => void,
  ): Promise<{ why: Trouble; detail?: string } | "back"> {
    const folder = join(beside, `${BESIDE}${process.pid}-${randomBytes(6).toString("hex")}`);
    let isMine = false;
    let failed: unknown;
    try {
      const { bavail, bsize } = statfsSync(beside);
      const file = join(folder, "backup");
      const received = await receiveFile(req, {
        field: "backup",
        to: file,
        most: Math.floor(bavail * bsize * ROOM),
        refused(typed): Trouble | undefined {
          const tried = code.tried(typed.get("code") ?? "", networkOf(req));
          if (tried !== "right") return tried;
          if (isBusy) return "busy";
          isBusy = isMine = true;
          wait();
          try {
            mkdirSync(folder, { mode: 0o700 });
          } catch (error) {
            failed = error; // thrown below: here it would end the process
            return "large";
          }
          return undefined;
        },
      });
      req.setTimeout(0);
      if (failed !== undefined) throw failed;
      if (typeof received === "string") return { why: received };
      const key = received.typed.get("key") ?? "";
      const keyFile = key === "" ? undefined : join(folder, "key");
      if (keyFile !== undefined) writeFileSync(keyFile, `${key}\n`, { mode: 0o600 });
      const newLog = received.typed.get("newLog") === "yes";
      const refused = await bringBack({ file, keyFile, newLog });
      if (refused) return refused;
      code.spend();
      return "back";
    } finally {
      if (isMine) {
        rmSync(folder, { recursive: true, force: true });
        isBusy = false;
      }
    }
  }

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    wait: () => void,
  ): Promise<void> {
    const [path = ""] = (req.url ?? "").split("?");
    const words = wordsIn(languageOf(req));
    if (path === "/healthz") return void res.writeHead(200).end("waits for a backup\n");
    if (path !== "/setup")
      return void res.writeHead(303, { Location: "/setup", "Content-Length": "0" }).end();
    if (req.method !== "POST") return send(res, 200, words, SetupMain({ words }));
    if (!isOwnForm(req, waiting.base))
      return send(res, 403, words, SetupMain({ words, trouble: "form" }));
    const taken = await take(req, wait);
    if (taken !== "back") {
      const { why, detail } = taken;
      return send(res, STATUS[why] ?? 422, words, SetupMain({ words, trouble: why, detail }));
    }
    res.setHeader("Connection", "close");
    await send(res, 200, words, SetupDone({ words }));
    done.abort();
  }

  const server = boundedServer(answer, waiting);
  server.listen(waiting.port, waiting.host);
  await once(server, "listening");
  waiting.ready();
  await Promise.race([once(done.signal, "abort"), aborted(signal)]);
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 1000).unref();
  if (server.listening) await once(server, "close");
  return done.signal.aborted;
}

type Answer = (req: IncomingMessage, res: ServerResponse, wait: () => void) => Promise<void>;

/** A network holds so many lines, and all of them no more than so many; a request has its time. */
function boundedServer(
  answer: Answer,
  { early, proxies }: Pick<Waiting, "early" | "proxies">,
): Server {
  const server = createServer(
    {
      requestTimeout: LONGEST,
      headersTimeout: 20_000,
      keepAliveTimeout: 5000,
      maxHeaderSize: 8192,
    },
    (req, res) => {
      answer(req, res, bounded(req, early)).catch((error: Error) => {
        console.error(`The backup was not brought in: ${error.message}`);
        if (!res.headersSent) res.writeHead(500);
        res.end();
      });
    },
  );
  server.maxConnections = CONNECTIONS.total;
  const lines = openShares(CONNECTIONS);
  server.on("connection", (socket) => {
    believeNamed(socket, proxies);
    const asker = { socket, headers: {} };
    if (isOfProxy(asker)) return;
    const by = networkOf(asker);
    if (lines.take(by)) socket.once("close", () => lines.give(by));
    else socket.destroy();
  });
  return server;
}

/** A request ends early unless it is let take its time. @returns what lets it, as long as its bytes come */
function bounded(req: IncomingMessage, early = EARLY): () => void {
  const timer = setTimeout(() => req.destroy(), early);
  req.once("close", () => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    req.setTimeout(SILENT, () => void req.destroy());
  };
}

const STATUS: Readonly<Partial<Record<Trouble, number>>> = {
  wrong: 403,
  worthless: 410,
  busy: 409,
  large: 413,
  cut: 408,
  other: 409,
  newer: 409,
};

async function send(
  res: ServerResponse,
  status: number,
  words: SetupWords,
  main: Parameters<typeof documentOf>[1],
): Promise<void> {
  const { html, policy } = await documentOf(words, main);
  res.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(html),
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  });
  res.end(html);
}

/** The first that a browser asks for and the interface has. */
function languageOf({ headers }: IncomingMessage): string {
  const asked = (headers["accept-language"] ?? "").slice(0, 200).toLowerCase().split(",");
  const tags = asked.map((one) => one.trim().split(/[-;]/)[0]!);
  return tags.find((tag) => (LANGUAGES as readonly string[]).includes(tag)) ?? "en";
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
