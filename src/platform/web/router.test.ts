/** Which of several patterns answers an address, in public, at the desk and for programs. */
import assert from "node:assert/strict";
import test from "node:test";
import { createRouter } from "./router.ts";

const ADDRESSES = [
  "GET /stories/feed",
  "GET /stories/:slug",
  "GET /stories/:slug{.+\\.epub}",
  "POST /stories/:slug/comment",
  "GET /media/*",
  "GET /desk/stories/*",
  "POST /desk/stories/*",
  "POST /desk/stories/:id/erase",
  "GET /c/:secret",
];
const router = createRouter(ADDRESSES.map((address) => [address, address]));
const at = (method: string, path: string) => router.match(method, path)?.value.slice(method.length);

test("the narrowest pattern answers", () => {
  assert.equal(at("GET", "/stories/feed"), " /stories/feed");
  assert.equal(at("GET", "/stories/mankosi"), " /stories/:slug");
  assert.equal(at("GET", "/stories/mankosi.epub"), " /stories/:slug{.+\\.epub}");
  assert.equal(at("POST", "/desk/stories/a1/erase"), " /desk/stories/:id/erase");
  assert.equal(at("POST", "/desk/stories/a1/publish"), " /desk/stories/*");
  assert.equal(at("GET", "/desk/stories/a1/both/of/them"), " /desk/stories/*");
});

test("a part that varies is one part, and a star stands for something", () => {
  assert.equal(at("GET", "/c/a/b"), undefined);
  assert.equal(at("GET", "/media"), undefined);
  assert.equal(at("GET", "/desk/stories"), undefined);
  assert.equal(at("GET", "/__proto__/constructor"), undefined);
});

test("where nothing else stands below a part that varies, it is all that follows", () => {
  const below = createRouter(
    ["GET /c/:secret", "GET /c/:secret/script", "GET /c/*"].map((address) => [address, address]),
    "below",
  );
  assert.deepEqual(below.match("GET", "/c/a/b")?.params, { secret: "a/b" });
  assert.equal(below.match("GET", "/c/a/b")?.pattern, "/c/:secret");
  assert.equal(below.match("GET", "/c/a/script")?.pattern, "/c/:secret/script");
});

test("what varies is handed over decoded where nothing stands below it, else as it stands in the path; with its pattern", () => {
  const path = encodeURI("/stories/Ñandú/comment");
  const below = createRouter(
    [["POST /stories/:slug/comment", 1] as const, ["GET /c/:secret", 2]],
    "below",
  );
  const found = below.match("POST", path);
  assert.deepEqual(found?.params, { slug: "Ñandú" });
  assert.equal(found?.pattern, "/stories/:slug/comment");
  assert.deepEqual(below.match("GET", "/c/%EF%B7%90")?.params, { secret: "%EF%B7%90" });
  assert.deepEqual(router.match("POST", path)?.params, { slug: "%C3%91and%C3%BA" });
  assert.deepEqual(router.match("GET", "/media/a/b.jpg")?.params, { rest: "a/b.jpg" });
});

test("an address says which methods it takes", () => {
  assert.deepEqual(router.methods("/desk/stories/a1"), ["HEAD", "GET", "POST"]);
  assert.deepEqual(router.methods("/nowhere"), []);
});
