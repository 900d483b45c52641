/** What is answered: codings, headers, addresses, languages, faults. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import * as fc from "fast-check";
import type { Extra } from "./extra.ts";
import { metricsText } from "./metrics.ts";
import { notePage } from "./pages.ts";
import { sendPage } from "./send-page.ts";
import { BR, frame, Instance } from "./server.kit.ts";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));

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
  assert.ok(
    all.every(({ headers }) => headers.vary === "Accept, Accept-Encoding, Accept-Language"),
  );
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
  assert.match(text, /<h1>This page could not be loaded<\/h1>/);
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
