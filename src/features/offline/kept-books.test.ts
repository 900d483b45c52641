import assert from "node:assert/strict";
import test from "node:test";
import { forgetting } from "./browser/caches.ts";
import { askBooks, keepBook } from "./browser/kept-books.ts";

const BASE = "http://localhost";
const WHERE = { parts: "parts", list: "later" };

/** What a worker stands on: caches by name, each with its answers by address. */
function phone(answers: Record<string, string>) {
  const all = new Map<string, Map<string, Response>>();
  const address = (of: string | { readonly url: string }) =>
    new URL(typeof of === "string" ? of : of.url, BASE).href;
  const cacheOf = (name: string) => {
    const held = all.get(name) ?? new Map<string, Response>();
    all.set(name, held);
    return {
      match: async (of: string) => held.get(address(of))?.clone(),
      put: async (of: string, answer: Response) => void held.set(address(of), answer.clone()),
      keys: async () => [...held.keys()].map((url) => ({ url })),
      async delete(of: string, { ignoreSearch = false } = {}) {
        const bare = (url: string) => (ignoreSearch ? url.split("?")[0] : url);
        for (const url of held.keys()) if (bare(url) === bare(address(of))) held.delete(url);
      },
    };
  };
  const caches = { open: async (name: string) => cacheOf(name), has: async () => true };
  const fetch = async (of: string) => {
    const text = answers[of];
    return new Response(text ?? "", { status: text === undefined ? 404 : 200 });
  };
  Object.assign(globalThis, { caches, fetch, location: { origin: BASE } });
  return { held: (name: string) => [...(all.get(name)?.keys() ?? [])], all };
}

const listOf = (slug: string, ...parts: readonly string[]) =>
  JSON.stringify({ pages: [`/books/${slug}/1?sign=ase&play=light`], parts });

function answersOf(slug: string): Record<string, string> {
  return {
    [`/books/${slug}?sign=ase&play=light`]: slug,
    [`/books/${slug}/1?sign=ase&play=light`]: "a page",
    [`/books/${slug}/kept?sign=ase&play=light`]: listOf(slug, `/media/${slug}.mp4`),
    [`/media/${slug}.mp4`]: "a clip",
  };
}

test("PB62 bug: a book that did not come anew kept the signing of the next one on the phone, though it was taken back", async () => {
  const answers = { ...answersOf("one"), ...answersOf("two") };
  const { held } = phone(answers);
  for (const slug of ["one", "two"]) await keepBook(`/books/${slug}?sign=ase&play=light`, WHERE);
  assert.equal(held("books").length, 4);
  answers["/books/one/kept?sign=ase&play=light"] = listOf("one", "/media/lost.mp4");
  for (const address of Object.keys(answersOf("two"))) delete answers[address];
  assert.ok(await askBooks(WHERE));
  assert.deepEqual(
    held("books").filter((url) => url.includes("two")),
    [],
  );
  assert.equal(held("books").length, 2, "the one that did not come stays as it was");
});

test("PB61 bug: what was thrown away while a book came was missing from it", async () => {
  const answers = answersOf("one");
  const { held, all } = phone(answers);
  const { fetch } = globalThis;
  globalThis.fetch = (of) => {
    if (of === "/books/one/1?sign=ase&play=light") all.get("parts")?.clear();
    return fetch(of);
  };
  await keepBook("/books/one?sign=ase&play=light", WHERE);
  assert.deepEqual(held("parts"), [`${BASE}/media/one.mp4`]);
});

test("CU17 what a device has no room for leaves nothing of itself, and what was whole before stays whole", async () => {
  const answers = answersOf("one");
  const { held, all } = phone(answers);
  const open = caches.open.bind(caches);
  let room = 1;
  Object.assign(caches, {
    open: async (name: string) => {
      const cache = await open(name);
      const own = cache.put.bind(cache);
      const put = async (of: string, answer: Response) => {
        if (name === "books" && room-- <= 0) throw new DOMException("full", "QuotaExceededError");
        return own(of, answer);
      };
      return Object.assign(cache, { put });
    },
  });
  const path = "/books/one?sign=ase&play=light";
  await assert.rejects(keepBook(path, WHERE), { name: "QuotaExceededError" });
  assert.deepEqual([held("books"), held("later")], [[], []]);
  room = 2;
  await keepBook(path, WHERE);
  const whole = held("books");
  assert.equal(whole.length, 2);
  answers["/books/one/kept?sign=ase&play=light"] = listOf("one");
  room = 1;
  await assert.rejects(keepBook(path, WHERE), { name: "QuotaExceededError" });
  assert.deepEqual([held("books"), held("later").length], [whole, 1]);
  assert.match(
    await all.get("books")!.get(`${BASE}/books/one/kept?sign=ase&play=light`)!.clone().text(),
    /one\.mp4/,
  );
});

test("K5 bug: a book that was still coming was on the phone again after everything was forgotten", async () => {
  const { held } = phone(answersOf("one"));
  const { fetch } = globalThis;
  globalThis.fetch = (of) => {
    if (of === "/books/one/1?sign=ase&play=light") forgetting(true);
    return fetch(of);
  };
  await assert.rejects(keepBook("/books/one?sign=ase&play=light", WHERE), /forgotten/);
  assert.deepEqual([held("later"), held("books")], [[], []]);
  forgetting(false);
});
