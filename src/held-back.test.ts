import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { openHeldBack } from "./held-back.ts";
import { DatabaseAway } from "./platform/db/away.ts";

test("W16 while the database is away nobody has a file before it was known once which are held back", async () => {
  const held = openHeldBack({
    hooks: [],
    files: [],
    snapshot: () => Promise.reject(new DatabaseAway(new Error("It was stopped."))),
    today: () => "2026-11-28",
    isAtDesk: () => Promise.resolve(false),
  });
  const asked = {} as IncomingMessage;
  for (let n = 0; n < 2; n++)
    await assert.rejects(held.reachOf("a.png", asked), { name: "DatabaseAway" });
});
