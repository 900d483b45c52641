import assert from "node:assert/strict";
import test from "node:test";
import type { Privately } from "../../platform/private/part.ts";
import { newKey as recordKey } from "../../platform/records/keys.ts";
import { NotSaid } from "../../platform/sent/speaker.ts";
import { anotherKey, signingKey } from "./keys.ts";
import type { SigningKey } from "./private.ts";

/** An instance whose log takes all, or nothing. */
function house(is: "accepted" | "quarantined") {
  const kept: SigningKey[] = [];
  const said: string[] = [];
  const ask = async (operation: string, argument: unknown) => {
    if (operation === "badges.keys") return [...kept];
    kept.push(argument as SigningKey);
    return undefined;
  };
  const append = async (records: readonly { readonly entry: unknown }[]) => {
    if (is === "accepted") said.push(...records.map(() => "key"));
    return { results: records.map(() => ({ id: "x", is })) };
  };
  const serving = {
    instance: { log: { private: ask as Privately } },
    speaker: { append, key: recordKey() },
    now: () => 1,
  } as unknown as Parameters<typeof signingKey>[0];
  return { serving, kept, said };
}

test("BA7 two first badges at once have one key, and it is public before it is kept", async () => {
  const { serving, kept, said } = house("accepted");
  const [one, two] = await Promise.all([signingKey(serving), signingKey(serving)]);
  assert.deepEqual([kept.length, said.length, one.kid === two.kid], [1, 1, true]);
  const more = await anotherKey(serving);
  assert.deepEqual([kept.length, (await signingKey(serving)).kid], [2, more.kid]);
});

test("BA7 a key that the log does not take is kept nowhere", async () => {
  const { serving, kept } = house("quarantined");
  await assert.rejects(signingKey(serving), NotSaid);
  await assert.rejects(anotherKey(serving), NotSaid);
  assert.deepEqual(kept, []);
});
