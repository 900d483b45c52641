/** Pages that are kept: seen to be as what they rest on is, shared, within their limits, and whole. */
import assert from "node:assert/strict";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { BR, Instance } from "./server.kit.ts";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));

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
