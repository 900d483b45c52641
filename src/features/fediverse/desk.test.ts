/** Who is kept out, from what somebody at the desk types (README.md). */
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Serving } from "../../platform/feature.ts";
import { answerTo, type Work } from "../../platform/web/handler.ts";
import { fediverseDesk } from "./desk.ts";

const PAGE = "https://social.example/@amina";
const ACCOUNT = "https://social.example/users/amina";

/** @returns what is kept out after somebody has typed it */
async function keptOut(typed: string, find: () => Promise<string | undefined>): Promise<unknown> {
  const rows: unknown[] = [];
  const ask = async (operation: string, argument: unknown) => {
    if (operation === "blocks.shut") rows.push(argument);
    return true;
  };
  const serving = {
    instance: { log: { private: ask } },
    door: {
      of:
        (_: string, ...work: Work<DeskVisit>) =>
        (v: DeskVisit) =>
          answerTo(v, work),
    },
    now: Date.now,
    base: "https://campaign.example",
    federation: { on: true, find, does: async () => undefined },
  };
  const addresses = fediverseDesk(serving as unknown as Serving);
  const body = new URLSearchParams({ who: typed, is: "blocked", note: "" }).toString();
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
  };
  const req = Object.assign(Readable.from([Buffer.from(body)]), { headers, method: "POST" });
  const shut = addresses["POST /desk/fediverse/shut"] as unknown as (
    v: DeskVisit,
  ) => Promise<unknown>;
  await shut({ req, account: { id: "a" } } as unknown as DeskVisit);
  assert.equal(rows.length, 1);
  const { who, sort } = rows[0] as { who: string; sort: string };
  return [who, sort];
}

test("FE7 whoever is named by their page is kept out by the address that they sign with", async () => {
  const found = async () => ACCOUNT;
  assert.deepEqual(await keptOut(PAGE, found), [ACCOUNT, "account"]);
  assert.deepEqual(await keptOut("@amina@social.example", found), [ACCOUNT, "account"]);
  assert.deepEqual(await keptOut("social.example", found), ["social.example", "domain"]);
});

test("FE7 whoever is gone, or cannot be asked now, is kept out by the address that was typed", async () => {
  assert.deepEqual(await keptOut(ACCOUNT, async () => undefined), [ACCOUNT, "account"]);
  const away = async () => Promise.reject(new Error("away"));
  assert.deepEqual(await keptOut(ACCOUNT, away), [ACCOUNT, "account"]);
});
