/** A disk that is full, or only reads: one clear line, exit code 1, and what was there is as it was. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { newSecret } from "../src/platform/private/submissions.ts";
import { cnd, program, serve, serveAlone, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { exported, succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";
import { fill, smallDisk } from "./small-disk.ts";
import { announce, tell } from "./telling.ts";

const FULL = /^The disk is full: nothing of this change was kept[^\n]*\n$/;
const PLACES = 700; // with their journal more than the disk of four megabytes holds
const READ_ONLY = /^The data folder cannot be written \(EROFS[^\n]*\n$/;

test("a full disk in the middle of an import", async (t) => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  using disk = smallDisk(folder.dir, "4m");
  if (!disk) return t.skip("only root may mount a disk of a few megabytes");
  const env = { CND_DATA: join(disk.dir, "data") };
  succeed(["import", campaign], env);
  const before = exported(folder.dir, env);
  writePlaces(campaign, PLACES);
  const { code, out, err } = cnd(["import", campaign], env);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, FULL);
  assert.deepEqual(exported(folder.dir, env), before);
  disk.remount("size=40m");
  succeed(["verify"], env);
  assert.deepEqual(exported(folder.dir, env), before);
  const anew = new RegExp(`${PLACES} new, 0 edited, 6 unchanged`);
  assert.match(succeed(["import", campaign], env), anew);
  succeed(["verify"], env);
});

test("bug: a checkpoint that cannot be kept beside the data kept the process for ever", () => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  const data = join(folder.dir, "data");
  succeed(["init", campaign, "--yes"]);
  mkdirSync(`${data}.checkpoint`); // where the file should stand
  const { status, signal } = spawnSync(process.execPath, [program(), "import", campaign], {
    env: { ...process.env, CND_DATA: data },
    timeout: 30_000,
  });
  assert.deepEqual([status, signal], [1, null]);
});

test("a full disk under a backup or a restore", (t) => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], env);
  const backup = join(folder.dir, "backup.tar.gz");
  succeed(["backup", backup], env);
  for (const pages of [3, 5, 6]) {
    using disk = smallDisk(folder.dir, `${pages * 4}k`);
    if (!disk) return t.skip("only root may mount a disk of a few kilobytes");
    const file = join(disk.dir, "backup.tar.gz");
    const made = cnd(["backup", file], env);
    if (made.code === 1) assert.match(made.err, FULL, `${pages} pages`);
    const left = readdirSync(disk.dir, { recursive: true });
    assert.deepEqual(left, made.code === 0 ? ["backup.tar.gz"] : []);
    const again = { CND_DATA: join(folder.dir, `from-${pages}-pages`) };
    if (made.code === 0) succeed(["restore", file], again);
    rmSync(file, { force: true });
    const small = { CND_DATA: join(disk.dir, "data") };
    const refused = cnd(["restore", backup], small);
    assert.equal(refused.code, 1);
    assert.match(refused.err, FULL, `restored into ${pages} pages`);
  }
});

test("a data folder that only reads: what reads goes on, what writes says so", async (t) => {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  using disk = smallDisk(folder.dir, "10m");
  if (!disk) return t.skip("only root may mount a disk that only reads");
  const env = { CND_DATA: join(disk.dir, "data") };
  succeed(["import", campaign], env);
  disk.remount("ro");
  succeed(["verify"], env);
  exported(folder.dir, env);
  succeed(["backup", join(folder.dir, "backup.tar.gz")], env);
  const fresh = { CND_DATA: join(disk.dir, "fresh/data") };
  for (const [args, where] of [
    [["import", campaign], env],
    [["import", campaign], fresh],
    [["restore", join(folder.dir, "backup.tar.gz")], fresh],
    [["rebuild"], env],
    [["serve"], env],
  ] as const) {
    const { code, err } = cnd(args, { ...where, PORT: "0" });
    assert.equal(code, 1, args[0]);
    assert.match(err, READ_ONLY, args[0]);
  }
  disk.remount("rw");
  await using server = await serve(env);
  assert.match(await (await fetch(server.base)).text(), /Our Campaign/);
});

test("DB6 PC1 T15 T16 WB4 a full disk under an instance that serves: pages go on, nothing of what comes is kept, and with room it is", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "24m");
  if (!disk) return t.skip("only root may mount a disk of a few megabytes");
  const env = { CND_DATA: join(disk.dir, "data") };
  await newCampaign(env.CND_DATA);
  await using server = await serveAlone(env);
  const place = (name: string) =>
    sign(ownerOf(env.CND_DATA), { kind: "place.named/1", body: placeBody(name) });
  const first = place("Before");
  await say(server.base, first);
  const filler = join(disk.dir, "filler");
  fill(filler);
  let full = place("While it is full");
  let answer = await post(server.base, full);
  for (let n = 1; answer.status === 200; n++) {
    full = place(`While it is full, ${n}`); // the journal has room of its own for a few
    answer = await post(server.base, full);
  }
  assert.equal(answer.status, 507);
  assert.equal(((await answer.json()) as Answer).error, "full");
  const photo = await noisyPhoto(900);
  const written = { title: "A well in the hills", contact: "through Amina" };
  const story = await tell(server.base, { photo, fields: written });
  const back = await story.text();
  assert.deepEqual([story.status, /no room for more files/.test(back)], [507, true]);
  for (const one of Object.values(written)) assert.ok(back.includes(`value="${one}"`), back);
  const need = { kind: "need", place: "A well in the hills", words: "Water <here>" };
  const ask = (n: number) =>
    fetch(`${server.base}/take-part/opportunity`, {
      method: "POST",
      headers: { "X-Forwarded-For": `10.0.${n}.1` },
      redirect: "manual",
      body: new URLSearchParams({ ...need, words: need.words + "x".repeat(1900) }),
    });
  let form = await ask(0); // the journal has room of its own for a few
  for (let n = 1; form.status === 303; n++) form = await ask(n);
  const again = await form.text();
  assert.equal(form.status, 507, again);
  for (const one of ['value="A well in the hills"', "Water &lt;here&gt;xx", "Our disk is full"])
    assert.ok(again.includes(one), `${one} in ${again}`);
  const file = { id: newSecret(), key: newSecret() };
  assert.ok([201, 507].includes((await announce(server.base, file, "photo", 100_000)).status));
  const left = readdirSync(join(env.CND_DATA, "uploads")).filter((name) =>
    name.endsWith(".coming"),
  );
  assert.deepEqual(left, []);
  for (const path of ["/", "/pages/about", "/healthz"])
    assert.equal((await fetch(server.base + path)).status, 200, path);
  assert.equal(server.process.exitCode, null);
  rmSync(filler);
  assert.equal((await tell(server.base, { photo })).status, 303);
  await say(server.base, full);
  await server[Symbol.asyncDispose]();
  assert.match(succeed(["verify"], env), /./);
});

test("bug: what the log had taken was refused as too much for the disk, where only the checkpoint beside it found no room", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "1m");
  if (!disk) return t.skip("only root may mount a disk of a megabyte");
  const data = join(disk.dir, "data");
  await newCampaign(join(folder.dir, "elsewhere"));
  symlinkSync(join(folder.dir, "elsewhere"), data); // the log has room; what is kept beside it has none
  await using server = await serveAlone({ CND_DATA: data });
  const place = (name: string) =>
    sign(ownerOf(data), { kind: "place.named/1", body: placeBody(name) });
  await say(server.base, place("Before"));
  const kept = () => readFileSync(`${data}.checkpoint`, "utf8");
  const before = kept();
  const filler = join(disk.dir, "filler");
  fill(filler);
  const said = place("While it is full");
  const answer = (await (await post(server.base, said)).json()) as Answer;
  assert.deepEqual(answer.results, [{ id: said.id, is: "accepted" }]);
  assert.equal(kept(), before);
  rmSync(filler);
  await say(server.base, place("With room"));
  assert.notEqual(kept(), before);
});

test("D43 a full disk under the desk is called that, whatever is saved, and all of it goes with room", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "24m");
  if (!disk) return t.skip("only root may mount a disk of a few megabytes");
  const env = { CND_DATA: join(disk.dir, "data") };
  await newCampaign(env.CND_DATA);
  await using server = await serve(env);
  const path = await invitation(env.CND_DATA, { role: "editor", name: "Amina" });
  const come = (to: string, body: BodyInit, cookie = "") =>
    fetch(server.base + to, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, "sec-fetch-site": "same-origin" },
      body,
    });
  const link = await come(path, new URLSearchParams());
  const cookie = link.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const begun = await come("/desk/stories", new URLSearchParams({ title: "A well" }), cookie);
  const draft = begun.headers.get("location")!;
  assert.match(draft, /^\/desk\/stories\/[0-9a-f]{12}$/);
  const long = "A long text. ".repeat(20_000);
  const typed = { base: "1", title: "A well", language: "en", markdown: long };
  const picture = new FormData();
  picture.set("alt", "A well");
  const photo = await noisyPhoto(900);
  picture.set("file", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg");
  const fields = { "p0-name": "Neema", "p0-asked": "herself", "p0-how": "text" };
  const agreed = { "p0-story": "yes", "p0-photo": "yes", "p0-web": "yes", "p0-in-photo1": "yes" };
  const told = { ...fields, ...agreed, "p0-until": "2099-01-01", title: "A well in the hills" };
  assert.equal((await tell(server.base, { photo, fields: told })).status, 303);
  const queue = await fetch(`${server.base}/desk/queue`, { headers: { cookie } });
  const sent = /\/desk\/queue\/[0-9a-f]{8}/.exec(await queue.text())![0];
  assert.equal((await fetch(server.base)).status, 200); // from now on a fault has a page of its own
  const filler = join(disk.dir, "filler");
  fill(filler);
  for (const [to, body] of [
    [draft, new URLSearchParams(typed)],
    [`${draft}/picture`, picture],
    [`${sent}/accept`, new URLSearchParams({ slug: "a-well-in-the-hills", language: "en" })],
  ] as const) {
    const answer = await come(to, body, cookie);
    assert.equal(answer.status, 507, to);
    assert.match(await answer.text(), /Our disk is full/, to);
  }
  const script = await fetch(`${server.base}${draft}/autosave`, {
    method: "POST",
    headers: { cookie, "sec-fetch-site": "same-origin", accept: "application/json" },
    body: new URLSearchParams(typed),
  });
  assert.equal(script.status, 507);
  rmSync(filler);
  const saved = await come(draft, new URLSearchParams(typed), cookie);
  assert.equal(saved.status, 303);
  const added = await come(`${draft}/picture`, picture, cookie);
  assert.equal(added.status, 303);
  const taken = new URLSearchParams({ slug: "a-well-in-the-hills", language: "en" });
  assert.equal((await come(`${sent}/accept`, taken, cookie)).status, 303);
});

function writePlaces(campaign: string, count: number): void {
  const features = Array.from({ length: count }, (_, i) => ({
    type: "Feature",
    id: `place-${i}`,
    geometry: { type: "Point", coordinates: [i / 100, i / 100] },
    properties: { name: `Place ${i}`, country: "ZA" },
  }));
  const all = JSON.stringify({ type: "FeatureCollection", features }, null, 1);
  writeFileSync(join(campaign, "places.geojson"), all);
}
