/** A backup has what badges need: keys, and what was given (features/badges/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { readToken, verifyToken } from "../src/features/badges/token.ts";
import { invitation } from "./invitation.ts";
import { badgesOf, openClass } from "./badge-house.ts";
import { press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import { serve } from "../tools/program.ts";

const house = deskHouse({ hasCourse: true, url: "https://badges.example" });

test("BA14 BA10 after a restore what was given still checks and new ones are signed by the same key; a name is in the private tables alone", async () => {
  const teacher = await house.signedIn("teacher", "Rosa");
  const data = house.env["CND_DATA"]!;
  const { room } = await openClass(data, { name: "Before", learners: { Aminata: true } });
  await teacher.goto(`${house.base}/desk/badges/${room}`);
  await press(teacher, "Give the badges");
  const file = join(house.folder.dir, "backup.tar.gz");
  succeed(["backup", file], house.env);
  const names = execFileSync("tar", ["-tzf", file], { encoding: "utf8" }).trim().split("\n");
  const holding = names.filter((name) => {
    const bytes = execFileSync("tar", ["-xzOf", file, name], { maxBuffer: 1e9 });
    return bytes.includes("Aminata");
  });
  assert.ok(names.length > 5);
  assert.deepEqual(
    holding,
    names.filter((name) => /private/.test(name) && holding.includes(name)),
  );
  assert.ok(holding.length > 0);

  const env = { CND_DATA: join(house.folder.dir, "again") };
  succeed(["restore", file], env);
  await using again = await serve({ ...env, CND_URL: "https://badges.example" });
  const base = again.base.replace("127.0.0.1", "localhost");
  const [badge] = await badgesOf(env.CND_DATA, room);
  const checks = async (token: string): Promise<boolean> => {
    const read = readToken(token);
    assert.ok(read.ok);
    const jwk = await fetch(base + new URL(read.header.kid).pathname);
    return verifyToken(read, (await jwk.json()) as { n: string; e: string });
  };
  assert.equal(await checks(badge!.token), true);
  assert.equal((await fetch(`${base}/badges/${badge!.id}`)).status, 200);
  const later = await openClass(env.CND_DATA, { name: "After", learners: { Bo: true } });
  const page = await house.person();
  await page.goto(base + (await invitation(env.CND_DATA, { role: "teacher", name: "Zuri" })));
  await press(page, "Sign in");
  await page.goto(`${base}/desk/badges/${later.room}`);
  await press(page, "Give the badges");
  const [fresh] = await badgesOf(env.CND_DATA, later.room);
  assert.equal(fresh!.kid, badge!.kid);
  assert.equal(await checks(fresh!.token), true);
});
