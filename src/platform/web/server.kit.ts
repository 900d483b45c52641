/** A small site with a word for each page, asked on a line of its own: what the tests of serving begin with. */
import { EventEmitter } from "node:events";
import {
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { raw } from "hono/html";
import { openBudgets } from "../budget/budget.ts";
import type { Frame } from "./frame.ts";
import type { Reader } from "./turns.ts";
import { listen } from "./listen.ts";
import { lookedUp } from "./means.ts";
import type { Page, PageRequest } from "./route.ts";
import { createWeb, type Web, type WebOptions } from "./server.ts";

export const frame: Frame = {
  base: "https://example.org",
  name: "A campaign",
  claim: "c",
  purpose: "p",
  hashtag: "h",
  language: "en",
  languages: ["en", "fr", "ar"],
  colour: { day: "#c2350a", night: "#ff8a5c" },
  own: "en",
  independence: "Independent.",
  disclaimer: "",
  legal: [],
  credits: ["Credit."],
  topics: [],
  walks: [],
  pages: [{ title: "About", path: "/about" }],
};

/** What a browser says that takes the better coding. */
export const BR = { "accept-encoding": "br" };

/** A small instance: what is written is in `words`, and a write raises the commit number like the real writer. */
export class Instance implements AsyncDisposable {
  readonly words = new Map([
    ["a", "first"],
    ["b", "other"],
  ]);
  readonly versions = new Map<string, number>();
  readonly lines: string[] = [];
  commit = 0;
  day = "2026-11-24";
  renders = 0;
  slow: Promise<void> | undefined;
  /** Told of each page that is begun. */
  rendering: () => void = () => undefined;
  /** Somebody who asks for what no request is made for. */
  readonly reader: Reader = {
    req: { headers: {}, socket: {} } as IncomingMessage,
    res: new EventEmitter() as ServerResponse,
  };
  web!: Web;
  server!: Server;

  static async start(dir: string, more: Partial<WebOptions> = {}): Promise<Instance> {
    const own = new Instance();
    own.web = createWeb({ ...own.options(dir), ...more });
    own.server = await listen(own.web, openBudgets(), { port: 0, host: "127.0.0.1" });
    return own;
  }

  write(slug: string, text: string | undefined): void {
    if (text === undefined) this.words.delete(slug);
    else this.words.set(slug, text);
    this.versions.set(slug, (this.versions.get(slug) ?? 0) + 1);
    this.commit += 1;
  }

  options(dir: string): WebOptions {
    const page = async ({ db, params, query, lang }: PageRequest): Promise<Page | undefined> => {
      const slug = params["slug"] ?? "";
      const text = seen(db).words.get(slug);
      this.renders += 1;
      this.rendering();
      await this.slow;
      if (slug === "broken") throw new Error("secret@example.org said so");
      if (text === undefined) return undefined;
      const more = "A sentence of some length, so that a page has weight. ".repeat(40);
      const until = text === "dated" ? { until: "2026-11-25" } : {};
      return {
        kind: "page",
        uses: { subjects: [slug] },
        ...until,
        current: "/stories",
        title: `Title of ${slug}`,
        description: "D",
        jsonLd: { name: "</script><b>" },
        main: raw(`<h1>${text}</h1><p>${lang} ${query["topic"] ?? ""} ${this.day} ${more}</p>`),
      };
    };
    return {
      budgets: openBudgets(),
      routes: [
        {
          path: "/",
          answer: async () => ({
            kind: "file",
            uses: {},
            type: "text/plain; charset=utf-8",
            body: "front",
          }),
        },
        { path: "/stories/:slug", query: { topic: lookedUp }, answer: page },
        {
          path: "/old/:slug",
          answer: async ({ params }) => ({
            kind: "redirect",
            uses: {},
            to: `/stories/${params["slug"]}`,
          }),
        },
        {
          path: "/away",
          answer: async () => ({ kind: "redirect", uses: {}, to: "//evil.example" }),
        },
        {
          path: "/data/x.bin",
          answer: async () => ({
            kind: "file",
            uses: {},
            type: "application/zip",
            body: Buffer.from("zip"),
          }),
        },
      ],
      base: frame.base,
      frame: async () => frame,
      snapshot: (work) =>
        work({ words: new Map(this.words), versions: new Map(this.versions) } as never),
      commits: { current: () => this.commit },
      freshness: async (db, uses) =>
        (uses.subjects ?? []).map((s) => seen(db).versions.get(s) ?? 0).join(),
      today: () => this.day,
      cache: { dir, build: "test" },
      log: (line) => this.lines.push(line),
      extra: {
        "GET /healthz": (_req, res) => void res.writeHead(200).end("ok\n"),
        "POST /log/records": (_req, res) => void res.writeHead(201).end(),
      },
    };
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Got> {
    const { port } = this.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      // On a line of its own: one that rested while this process stood still is closed when it is asked on.
      const asked = request(
        { host: "127.0.0.1", port, path, method, headers, agent: false },
        (res) => {
          const chunks: Buffer[] = [];
          res.on("data", (chunk: Buffer) => chunks.push(chunk));
          res.on("end", () => {
            const body = Buffer.concat(chunks);
            const size = res.rawHeaders.reduce(
              (n, part) => n + part.length + 2,
              "HTTP/1.1 200 OK\r\n\r\n".length,
            );
            resolve({
              status: res.statusCode ?? 0,
              headers: res.headers,
              body,
              text: plain(res.headers, body),
              size,
            });
          });
        },
      );
      asked.on("error", reject).end();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.web.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a snapshot holds here in place of a database. */
const seen = (db: unknown) => db as Pick<Instance, "words" | "versions">;

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** Bytes of the status line and all headers. */
  readonly size: number;
}

function plain(headers: IncomingHttpHeaders, body: Buffer): string {
  if (body.length === 0) return "";
  const coding = headers["content-encoding"];
  return (
    coding === "br" ? brotliDecompressSync(body) : coding === "gzip" ? gunzipSync(body) : body
  ).toString();
}
