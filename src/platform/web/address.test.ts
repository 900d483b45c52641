import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { allowedQuery, keyOf, readAddress } from "./address.ts";
import { namesTag } from "./etag.ts";
import { codingFor } from "./headers.ts";
import { createRouter } from "./router.ts";

const path = (asked: string) => (readAddress(asked) as { path: string }).path;

test("a path has one form, and hostile ones have none", () => {
  for (const bad of [
    "",
    "x",
    "*",
    "//x",
    "/a//b",
    "/a/../b",
    "/..",
    "/./a",
    "/a/.",
    "/%2e%2e/a",
    "/a%2fb",
    "/a%5cb",
    "/a\\b",
  ])
    assert.equal(readAddress(bad), 400, bad);
  for (const bad of ["/%00", "/a%", "/%ff", "/%252e", "/a#b", "/%0d%0aX:y"])
    assert.equal(readAddress(bad), 400, bad);
  assert.equal(readAddress(`/${"a".repeat(3000)}`), 414);
  assert.equal(path("/%61bout"), "/about");
  assert.equal(path("http://x.org/a?b"), "/a");
  assert.equal(path("/é"), "/%C3%A9");
  assert.deepEqual((readAddress("/a/") as { moved: boolean }).moved, true);
});

test("law: reading the form that was made of an address gives the same address", () => {
  fc.assert(
    fc.property(fc.webPath(), (asked) => {
      const first = readAddress(asked);
      if (typeof first === "number") return;
      const again = readAddress(first.path);
      assert.deepEqual(typeof again === "number" ? again : again.path, first.path);
    }),
  );
});

test("law: parameters that are not listed never reach a key", () => {
  const known = { topic: () => true, page: () => true };
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ maxLength: 20 }), (noise, topic) => {
      const search = new URLSearchParams(noise);
      for (const name of Object.keys(known)) search.delete(name);
      const clean = new URLSearchParams({ topic });
      search.set("topic", topic);
      assert.equal(
        keyOf("/stories", allowedQuery(search, known)),
        keyOf("/stories", allowedQuery(clean, known)),
      );
    }),
  );
});

test("codings: brotli before gzip before none, and a refusal counts", () => {
  assert.equal(codingFor("gzip, deflate, br, zstd"), "br");
  assert.equal(codingFor("gzip;q=1.0, br;q=0"), "gzip");
  assert.equal(codingFor("GZIP"), "gzip");
  assert.equal(codingFor("*"), "br");
  assert.equal(codingFor("*;q=0"), "identity");
  assert.equal(codingFor("gzip, *;q=0.0"), "gzip");
  assert.equal(codingFor(undefined), "identity");
  assert.equal(codingFor("brotli"), "identity");
});

test("tags are compared weakly, one of a list is enough", () => {
  assert.ok(namesTag('"a", W/"b"', 'W/"b"'));
  assert.ok(namesTag('"b"', 'W/"b"'));
  assert.ok(namesTag("*", 'W/"b"'));
  assert.ok(!namesTag('W/"bb"', 'W/"b"'));
});

test("the longest pattern answers", () => {
  const [all, log, exact] = [() => {}, () => {}, () => {}];
  const extras = {
    "GET /*": all,
    "GET /log/*": log,
    "GET /log/vkey": exact,
    "POST /log/records": log,
  };
  const router = createRouter(Object.entries(extras));
  const at = (method: string, asked: string) => router.match(method, asked)?.value;
  assert.equal(at("GET", "/log/vkey"), exact);
  assert.equal(at("GET", "/log/tile/0/1"), log);
  assert.equal(at("GET", "/logs"), all);
  assert.equal(at("POST", "/log/vkey"), undefined);
  assert.equal(at("GET", "/constructor"), all);
  assert.deepEqual(router.methods("/log/records"), ["HEAD", "GET", "POST"]);
});
