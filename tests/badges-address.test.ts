/** A badge is given where its address lasts, and nowhere else (features/badges/README.md, BA16). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isForEver } from "../src/features/badges/giving/give.ts";
import { askBadges } from "../src/features/badges/private.ts";
import { serve } from "../tools/program.ts";
import { badgesOf, openClass, privately } from "./badge-house.ts";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse({ hasCourse: true });

test("BA16 a laptop that goes by its own name gives no badge, says why and what to do, and gives it once it has an address", async () => {
  const data = house.env["CND_DATA"]!;
  const { room } = await openClass(data, { name: "Truck", learners: { Amina: true, Bo: false } });
  const teacher = await house.signedIn("teacher", "Rosa");
  const path = `/desk/badges/${room}`;
  await teacher.goto(house.base + path);
  const said = await teacher.innerText("main");
  assert.match(said, new RegExp(`You cannot give badges here yet\\. .* is at ${house.base}`));
  for (const way of [/CND_URL=https:/, /cnd class export --names/, /Nothing is lost/, /180 days/])
    assert.match(said, way);
  assert.match(said, /Amina\s+\d+\s+Finished/);
  assert.equal(await teacher.locator("main input, main button[type=submit]").count(), 0);

  // Whoever sends the form of a page that was open before is told the same; nothing is signed, no key is made.
  const sent = await teacher.context().request.post(`${house.base}${path}/give`, {
    form: { n1: "yes" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  assert.match(await sent.text(), /You cannot give badges here yet/);
  assert.deepEqual(await badgesOf(data, room), []);
  assert.deepEqual(await privately(data, (ask) => askBadges(ask).keys()), []);

  await house.server[Symbol.asyncDispose]();
  house.server = await serve({ ...house.env, CND_URL: "https://badges.example" });
  const again = await house.enter(await house.person(), await house.linkOf("Rosa"));
  await again.goto(house.base + path);
  await press(again, "Give the badges");
  const [badge, ...more] = await badgesOf(data, room);
  assert.equal(more.length, 0);
  const payload = JSON.parse(Buffer.from(badge!.token.split(".")[1]!, "base64url").toString());
  assert.equal(payload.iss, "https://badges.example");
});

test("BA16 an address lasts where it is https and not that of a machine itself", () => {
  for (const [base, lasts] of [
    ["https://school.example", true],
    ["https://school.example:8443", true],
    ["http://school.example", false],
    ["http://localhost:8080", false],
    ["http://192.168.4.1:8080", false],
    ["https://localhost", false],
    ["https://127.0.0.1:8443", false],
    ["https://[::1]:8443", false],
  ] as const)
    assert.equal(isForEver({ base }), lasts, base);
});
