import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { raw } from "hono/html";
import { openBudgets } from "../budget/budget.ts";
import type { Extra } from "./extra.ts";
import type { Frame } from "./frame.ts";
import { listen } from "./listen.ts";
import { metricsText } from "./metrics.ts";
import { notePage } from "./pages.ts";
import type { Page, PageRequest } from "./route.ts";
import { sendPage } from "./send-page.ts";
import { createWeb, type Web, type WebOptions } from "./server.ts";

const frame: Frame = {
  base: "https://example.org",
  name: "A campaign",
  claim: "c",
  purpose: "p",
  hashtag: "h",
  language: "en",
  languages: ["en", "fr", "ar"],
  colour: { day: "#c2350a", night: "#ff8a5c" },
  independence: "Independent.",
  disclaimer: "",
  legal: [],
  credits: ["Credit."],
  topics: [],
  walks: [],
  pages: [{ title: "About", path: "/about" }],
};

/** A small instance: what is written is in `words`, and a write raises the commit number like the real writer. */
class Instance implements AsyncDisposable {
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
        { path: "/stories/:slug", query: ["topic"], answer: page },
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

const folders: string[] = [];
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), "web-")));
  return folders.at(-1)!;
};
after(() => folders.forEach((dir) => rmSync(dir, { recursive: true, force: true })));
const BR = { "accept-encoding": "br" };

test("an acknowledged change is seen at once, and what it does not touch is not rendered anew", async () => {
  await using own = await Instance.start(folder());
  assert.match((await own.get("/stories/a")).text, /first/);
  assert.match((await own.get("/stories/b")).text, /other/);
  own.write("a", "second");
  assert.match((await own.get("/stories/a")).text, /second/);
  assert.match((await own.get("/stories/b")).text, /other/);
  assert.equal(own.renders, 3);
  own.write("a", undefined);
  assert.equal((await own.get("/stories/a")).status, 404);
  own.write("a", "third");
  assert.match((await own.get("/stories/a")).text, /third/);
});

test("a request that comes after a change does not share a rendering that began before it", async () => {
  await using own = await Instance.start(folder());
  await own.get("/stories/b");
  const gate = Promise.withResolvers<void>();
  own.slow = gate.promise;
  const before = own.get("/stories/a");
  while (own.renders < 2) await new Promise(setImmediate);
  own.write("a", "second");
  own.slow = undefined;
  const later = own.get("/stories/a");
  assert.match((await later).text, /second/);
  gate.resolve();
  await before; // it may show what stood when it was asked
  assert.match((await own.get("/stories/a")).text, /second/);
});

test("bug: a rendering that began before an erasure put the erased words back on disk", async () => {
  const dir = folder();
  await using own = await Instance.start(dir, { cache: { dir, build: "test", memoryBytes: 1 } });
  const gate = Promise.withResolvers<void>();
  own.slow = gate.promise;
  const before = own.get("/stories/a", BR);
  while (own.renders < 1) await new Promise(setImmediate);
  own.write("a", "erased");
  own.web.cache.clear();
  own.slow = undefined;
  gate.resolve();
  assert.match((await before).text, /<h1>erased/);
  const [pack] = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".pack"),
  );
  const { body } = await own.get("/stories/a", BR);
  assert.ok(readFileSync(join(dir, pack!)).includes(body));
  assert.ok(own.web.cache.disk < 2 * body.length, "one page, and not what stood before it");
});

test("requests at one time share one rendering", async () => {
  await using own = await Instance.start(folder());
  const all = await Promise.all(Array.from({ length: 20 }, () => own.get("/stories/a?utm=1")));
  assert.equal(own.renders, 1);
  assert.equal(new Set(all.map(({ text }) => text)).size, 1);
});

test("a page that reads differently tomorrow is rendered anew tomorrow", async () => {
  await using own = await Instance.start(folder());
  own.write("a", "dated");
  assert.match((await own.get("/stories/a")).text, /2026-11-24/);
  await own.get("/stories/b");
  own.day = "2026-11-25";
  assert.match((await own.get("/stories/a")).text, /2026-11-25/);
  assert.match((await own.get("/stories/b")).text, /2026-11-24/);
});

test("every coding carries the same text, and HEAD the same header", async () => {
  await using own = await Instance.start(folder());
  const codings = ["br", "gzip", "identity"];
  const all = await Promise.all(
    codings.map((coding) => own.get("/stories/a", { "accept-encoding": coding })),
  );
  assert.deepEqual(
    all.map(({ headers }) => headers["content-encoding"] ?? "identity"),
    codings,
  );
  assert.equal(new Set(all.map(({ text }) => text)).size, 1);
  assert.equal(new Set(all.map(({ headers }) => headers.etag)).size, 3);
  assert.ok(all.every(({ headers }) => headers.vary === "Accept-Encoding"));
  const head = await own.get("/stories/a", BR, "HEAD");
  assert.equal(head.body.length, 0);
  assert.deepEqual({ ...head.headers, date: "" }, { ...all[0]!.headers, date: "" });
});

test("an unchanged page is a 304, a changed one is not", async () => {
  await using own = await Instance.start(folder());
  const { headers } = await own.get("/stories/a", BR);
  const again = { ...BR, "if-none-match": String(headers.etag) };
  const same = await own.get("/stories/a", again);
  assert.deepEqual([same.status, same.body.length, same.headers.etag], [304, 0, headers.etag]);
  assert.ok(same.size < 250, `${same.size} bytes`);
  own.write("a", "second");
  assert.equal((await own.get("/stories/a", again)).status, 200);
});

test("headers are strict, short, and keep no reader", async () => {
  await using own = await Instance.start(folder());
  for (const path of [
    "/stories/a",
    "/",
    "/nowhere",
    "/old/a",
    "/healthz",
    "/stories/broken",
    "/a//b",
  ]) {
    const { headers, size } = await own.get(path, BR);
    assert.match(String(headers["content-security-policy"]), /^default-src 'none'; /, path);
    assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe|script-src|\*/, path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.equal(headers["referrer-policy"], "same-origin", path);
    assert.match(String(headers["strict-transport-security"]), /max-age=\d{8}/, path);
    for (const name of ["set-cookie", "server", "x-powered-by"])
      assert.equal(headers[name], undefined, path);
    assert.ok(size < 900, `${path}: ${size} bytes of headers`);
  }
});

test("the policy allows the page's own style and nothing else stands in its way", async () => {
  await using own = await Instance.start(folder());
  const { headers, text } = await own.get("/stories/a", BR);
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(text) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  assert.ok(String(headers["content-security-policy"]).includes(`style-src 'sha256-${hash}'`));
  assert.doesNotMatch(text, / style=| on[a-z]+=|<script(?! type="application\/ld\+json")/);
  assert.match(
    text,
    /<script type="application\/ld\+json">\{"name":"\\u003c\/script>\\u003cb>"\}<\/script>/,
  );
});

test("a page says its own weight, before and after it is recompressed", async () => {
  await using own = await Instance.start(folder());
  const said = async (): Promise<number> => {
    const { body, text } = await own.get("/stories/a", BR);
    const kB = Number(/This page is +([\d.]+) kB/.exec(text)?.[1]);
    assert.ok(
      Math.abs(kB * 1000 - body.length) <= Math.max(50, body.length / 100),
      `${kB} kB of ${body.length}`,
    );
    return body.length;
  };
  const first = await said();
  const { headers } = await own.get("/stories/a", BR);
  while (own.web.counters.recompressed === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok((await said()) < first);
  assert.equal(
    (await own.get("/stories/a", { ...BR, "if-none-match": String(headers.etag) })).status,
    304,
  );
});

test("hostile and unknown addresses", async () => {
  await using own = await Instance.start(folder());
  for (const path of [
    "//evil.example/",
    "/../etc/passwd",
    "/stories/%2e%2e/a",
    "/a%00",
    "/%2fstories",
    "/a%",
    "/stories\\a",
  ])
    assert.equal((await own.get(path)).status, 400, path);
  for (const path of ["/stories/..%2fa", "/stories%2fa"])
    assert.equal((await own.get(path)).status, 400, path);
  for (const path of [
    "/nowhere",
    "/stories",
    "/stories/none",
    "/fr/nowhere",
    "/__proto__",
    "/404%20en",
  ])
    assert.equal((await own.get(path)).status, 404, path);
  assert.equal((await own.get(`/${"a".repeat(2500)}`)).status, 414);
  const post = await own.get("/stories/a", {}, "POST");
  assert.deepEqual([post.status, post.headers.allow], [405, "GET, HEAD"]);
  assert.deepEqual((await own.get("/log/records")).status, 404);
  assert.deepEqual((await own.get("/log/records", {}, "DELETE")).headers.allow, "POST");
  assert.deepEqual((await own.get("/log/records", {}, "POST")).status, 201);
  assert.deepEqual((await own.get("/nowhere", {}, "POST")).status, 404);
});

test("redirects stay on this site", async () => {
  await using own = await Instance.start(folder());
  const to = async (path: string) => {
    const { status, headers } = await own.get(path);
    return status === 301 ? headers.location : status;
  };
  assert.equal(await to("/old/a"), "/stories/a");
  assert.equal(await to("/fr/old/a"), "/fr/stories/a");
  assert.equal(await to("/en/stories/a?topic=x&y=z"), "/stories/a?topic=x");
  assert.equal(await to("/stories/a/"), "/stories/a");
  assert.equal(await to("/en"), "/");
  assert.equal(await to("/away"), 500);
});

test("a language is a prefix, and the page knows its direction", async () => {
  await using own = await Instance.start(folder());
  assert.match((await own.get("/fr/stories/a")).text, /<html lang="fr" dir="ltr">[^]*<p>fr /);
  assert.match((await own.get("/ar/stories/a")).text, /<html lang="ar" dir="rtl">/);
  assert.match((await own.get("/fr")).text, /front/);
  assert.equal((await own.get("/de/stories/a")).status, 404);
  await using trial = await Instance.start(folder(), { dev: true });
  assert.match((await trial.get("/stories/a?dir=rtl")).text, /<html [^>]*dir="rtl"/);
  assert.doesNotMatch((await own.get("/stories/a?dir=rtl")).text, /<html [^>]*dir="rtl"/);
});

test("a page that is made for one request is tried out from right to left, too", async () => {
  const note = (isTrial: boolean): Extra => {
    const own = { status: 200, page: notePage("en", "lost"), frame: { ...frame, isTrial } };
    return (req, res) => sendPage(req, res, own);
  };
  const extra = { "GET /tried": note(true), "GET /real": note(false) };
  await using own = await Instance.start(folder(), { extra });
  assert.match((await own.get("/tried?dir=rtl")).text, /<html [^>]*dir="rtl"/);
  assert.match((await own.get("/tried")).text, /<html [^>]*dir="ltr"/);
  assert.match((await own.get("/real?dir=rtl")).text, /<html [^>]*dir="ltr"/);
});

test("law: parameters that a route does not list change neither page nor cache", async () => {
  await using own = await Instance.start(folder());
  // A page that nobody asked for in a while is made smaller, and says so.
  const said = (text: string) => text.replace(/This page is +[\d.]+ kB/, "");
  const first = said((await own.get("/stories/a?topic=x")).text);
  await fc.assert(
    fc.asyncProperty(fc.webQueryParameters({ size: "-1" }), async (noise) => {
      const search = new URLSearchParams(noise);
      search.delete("topic");
      const got = await own.get(`/stories/a?${search.toString()}&topic=x`);
      assert.equal(said(got.text), first);
      assert.equal(own.web.cache.pages, 1);
    }),
    { numRuns: 50 },
  );
});

test("an error is an honest page, and a line without anybody's words", async () => {
  await using own = await Instance.start(folder());
  const { status, text, headers } = await own.get("/stories/broken?topic=private");
  assert.deepEqual([status, headers["cache-control"]], [500, "no-store"]);
  assert.match(text, /<h1>This page could not be made<\/h1>/);
  assert.equal(own.lines.length, 1);
  assert.match(own.lines[0]!, /^GET \/stories\/:slug failed: Error at /);
  assert.doesNotMatch(own.lines[0]!, /secret|private|broken|\n/);
});

test("a file that does not compress is sent as it is", async () => {
  await using own = await Instance.start(folder());
  const { headers, text } = await own.get("/data/x.bin", BR);
  assert.deepEqual(
    [text, headers["content-encoding"], headers["content-type"]],
    ["zip", undefined, "application/zip"],
  );
});

test("a restart shows what is on disk if it is fresh, and another build does not", async () => {
  const dir = folder();
  {
    await using own = await Instance.start(dir);
    await own.get("/stories/a");
    await own.get("/stories/b");
  }
  {
    await using own = await Instance.start(dir);
    own.write("b", "newer");
    assert.match((await own.get("/stories/a", BR)).text, /first/);
    assert.match((await own.get("/stories/b", BR)).text, /newer/);
    assert.equal(own.renders, 1);
  }
  await using own = await Instance.start(dir, { cache: { dir, build: "another" } });
  await own.get("/stories/a");
  assert.equal(own.renders, 1);
});

test("a page whose bytes are gone from disk or damaged, or torn when the program starts, is rendered anew", async () => {
  const dir = folder();
  const cache = { dir, build: "test", memoryBytes: 1 };
  const damage = (how: (file: string) => void) => {
    const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
    for (const name of files) if (name.endsWith(".pack")) how(join(dir, name));
  };
  {
    await using own = await Instance.start(dir, { cache });
    assert.match((await own.get("/stories/a", BR)).text, /first/);
    damage(truncateSync);
    assert.match((await own.get("/stories/a", BR)).text, /first/);
    assert.equal(own.renders, 2);
    damage((file) => writeFileSync(file, readFileSync(file).fill(255), { flag: "r+" }));
    assert.match((await own.get("/stories/a")).text, /first/);
    assert.equal(own.renders, 3);
  }
  damage((file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, bytes.length - 20));
  });
  await using own = await Instance.start(dir, { cache });
  assert.match((await own.get("/stories/a", BR)).text, /first/);
  assert.equal(own.renders, 1);
});

test("bug: a byte of a kept page that was altered on disk was sent as it was, and what the page rests on was believed", async () => {
  const dir = folder();
  await using own = await Instance.start(dir, { cache: { dir, build: "test", memoryBytes: 1 } });
  const first = await own.get("/stories/a", BR);
  const file = join(
    dir,
    readdirSync(dir, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith(".pack"))!,
  );
  const flip = (at: number) => {
    const bytes = readFileSync(file);
    bytes[at]! ^= 4;
    writeFileSync(file, bytes, { flag: "r+" });
  };
  flip(readFileSync(file).length - 3); // in the page
  assert.equal((await own.get("/stories/a", BR)).text, first.text);
  assert.equal(own.renders, 2);
  flip(readFileSync(file).lastIndexOf('"rests"')); // in what it rests on
  own.write("b", "newer"); // asks for a look
  assert.equal((await own.get("/stories/a", BR)).text, first.text);
  assert.equal(own.renders, 3);
});

test("memory and disk stay within their limits, and every page is still served", async () => {
  const dir = folder();
  const cache = { dir, build: "test", memoryBytes: 60_000, diskBytes: 60_000, maxPages: 30 };
  await using own = await Instance.start(dir, { cache });
  for (let i = 0; i < 50; i += 1) own.write(`s${i}`, `text ${i}`);
  for (let round = 0; round < 3; round += 1)
    for (let i = 0; i < 50; i += 1)
      assert.match((await own.get(`/stories/s${i}`, BR)).text, new RegExp(`text ${i}<`));
  assert.ok(own.web.cache.memory <= 60_000, `${own.web.cache.memory}`);
  assert.ok(own.web.cache.disk <= 60_000, `${own.web.cache.disk}`);
  assert.ok(own.web.cache.pages <= 30);
});

test("counts are in Prometheus' form", async () => {
  await using own = await Instance.start(folder());
  await own.get("/stories/a");
  await own.get("/stories/a");
  await own.get("/nowhere");
  const text = metricsText(own.web.counters, { cnd_log_size: 3 });
  assert.match(text, /^cnd_http_responses_total\{class="2xx"\} 2$/m);
  assert.match(text, /^cnd_http_responses_total\{class="4xx"\} 1$/m);
  assert.match(text, /^cnd_page_cache_hits_total 1$/m);
  assert.match(text, /^cnd_log_size 3$/m);
  for (const line of text.trim().split("\n"))
    assert.match(line, /^# TYPE \w+ \w+$|^\w+(?:\{class="\dxx"\})? [\d.e+-]+$/);
});
