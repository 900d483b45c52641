import assert from "node:assert/strict";
import { ServerResponse } from "node:http";
import test from "node:test";
import { seenByDesk } from "./files-at-desk.ts";

test("T9 what people sent is looked up for whoever is past all that the desk asks of them first, and for nobody else", async () => {
  const looksUp = async (visitor: object | undefined) => {
    const asked: string[] = [];
    const store = { get: (id: string) => Promise.resolve(void asked.push(id)) };
    const show = seenByDesk(
      { accounts: { who: () => Promise.resolve(visitor) } } as never,
      store as never,
    );
    const res = new ServerResponse({ method: "GET" } as never);
    await show({} as never, res, {
      path: "/",
      params: { id: "a" },
      search: new URLSearchParams(),
    } as never);
    assert.equal(res.statusCode, 404);
    return asked.length === 1;
  };
  const account = { role: "owner" };
  assert.equal(await looksUp({ account, must: undefined }), true);
  assert.equal(await looksUp({ account, must: "prove" }), false);
  assert.equal(await looksUp({ account: { role: "planner" }, must: undefined }), false);
  assert.equal(await looksUp(undefined), false);
});
