/** How the values are sent that handlers return. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import type { Extra } from "./extra.ts";
import { frame } from "./server.kit.ts";
import { inPublic, type Declares, type PublicOptions, type PublicVisit } from "./handler.ts";
import { lost, tooOften } from "./reply.ts";

const serving = {
  instance: { snapshot: <T>(work: (db: never) => Promise<T>) => work(undefined as never) },
  frame: async () => frame,
  now: () => Date.parse("2026-11-24T12:00:00Z"),
};
type Words = { readonly lang: string };
type Declared = (at: Declares<[], PublicVisit<Words>>) => Extra;

/** One request to an address that answers so. */
async function answered(
  declare: Declared,
  init: RequestInit = {},
  how: Partial<PublicOptions<Words>> = {},
): Promise<Response> {
  const at = inPublic(serving, { words: (lang) => ({ lang }), ...how });
  const asked = { path: "/x", pattern: "/x", params: {}, search: new URLSearchParams() };
  const server = createServer((req, res) => void declare(at)(req, res, asked)).listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return await fetch(`http://127.0.0.1:${port}/x`, { redirect: "manual", ...init });
  } finally {
    server.close();
  }
}
const post = (body: string) => ({
  method: "POST",
  body,
  headers: { "content-type": "application/x-www-form-urlencoded" },
});

test("a form is read before its handler, which is told its fields", async () => {
  const form: Declared = (at) => at(["name"], ({ fields }) => ({ json: fields }));
  assert.deepEqual(await (await answered(form, post("name=Ana"))).json(), { name: "Ana" });
  const unread = await answered(form, post("other=1"));
  assert.equal(unread.status, 400);
  assert.match(await unread.text(), /<h1>/);
});

test("nothing of one request is kept, and a secret address is told to nobody", async () => {
  const reply = await answered((at) => at(() => ({ to: "/next" })), {}, { secret: true });
  assert.deepEqual(
    ["location", "cache-control", "referrer-policy", "x-robots-tag"].map((h) =>
      reply.headers.get(h),
    ),
    ["/next", "no-store", "no-referrer", "noindex"],
  );
  assert.equal(reply.status, 303);
});

test("data are a line, or bare", async () => {
  const text = async (bare?: true) =>
    (await answered((at) => at(() => ({ json: { a: 1 }, ...(bare && { bare }) })))).text();
  assert.deepEqual([await text(), await text(true)], ['{"a":1}\n', '{"a":1}']);
});

test("whoever asks too often hears when to come again, and a lost page is an honest 404", async () => {
  const busy = await answered((at) => at(() => tooOften({ text: "Later." }, 60)));
  assert.deepEqual([busy.status, busy.headers.get("retry-after")], [429, "60"]);
  assert.equal(await busy.text(), "Later.\n");
  assert.equal((await answered((at) => at(lost))).status, 404);
});
