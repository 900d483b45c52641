/** The feature of docs/extending, served as an operator serves one of their own (src/own/README.md). */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text as allOf } from "node:stream/consumers";
import test, { after } from "node:test";
import { features } from "../src/app.ts";
import { addressesOf, ownFeatures } from "../src/own/features.ts";
import { loadOwn } from "../src/own/models.ts";
import { newCampaign } from "./campaigns.ts";
import { invitation } from "./invitation.ts";
import { around, program, serveAlone, temporary } from "../tools/program.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const data = join(folder.dir, "data");
const env = { CND_DATA: data, CND_FEATURES: resolve("docs/extending/helplines.js") };

/** In a process of its own: what is loaded there stays there. */
async function command(args: readonly string[], with_: Record<string, string> = env) {
  const ran = spawn(process.execPath, [program(), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...around(), ...with_ },
  });
  const ended = once(ran, "close") as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([allOf(ran.stdout), allOf(ran.stderr), ended]);
  return { code, out, err };
}

test("OW1 OW2 a feature of one's own has its kinds, tables, private part, page and part of the desk, and nothing of ours is changed for it", async () => {
  await newCampaign(data);
  {
    await using server = await serveAlone(env);
    const link = await invitation(data, { role: "owner", name: "Li" });
    const came = await fetch(server.base + link, { method: "POST", redirect: "manual" });
    const cookie = came.headers.getSetCookie()[0]!.split(";")[0]!;
    const desk = (fields?: Record<string, string>, path = "") =>
      fetch(`${server.base}/desk/helplines${path}`, {
        headers: { cookie },
        redirect: "manual",
        ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
      });
    const page = async () => (await fetch(`${server.base}/helplines`)).text();
    assert.match(await page(), /No number stands here yet/);
    const first = await (await desk()).text();
    assert.match(first, /<a href="\/desk\/helplines" aria-current="page">Helplines<\/a>/);
    assert.match(first, /Numbers that readers can call/);
    const bad = await desk({ title: "Village <desk>", number: "none", note: "" });
    assert.equal(bad.status, 422);
    assert.match(await bad.text(), /value="Village &lt;desk&gt;"/);
    const said = await desk({
      title: "Village <desk>",
      number: "+263 1234",
      note: "ask for Amina",
    });
    assert.equal(said.status, 303);
    assert.match(await page(), /Village &lt;desk&gt;<\/span> <b>\+263 1234/);
    assert.doesNotMatch(await page(), /Amina/);
    assert.match(await (await desk()).text(), /ask for Amina/);
    assert.equal((await desk({ title: "Clinic", number: "+263 5678", note: "" })).status, 303);
    const [, gone] = /helplines\/([0-9a-f]{64})\/end/.exec(await (await desk()).text())!;
    assert.equal((await desk({}, `/${gone}/end`)).status, 303);
    assert.doesNotMatch(await page(), /Clinic/);
  }
  const backup = join(folder.dir, "backup.tar.gz");
  const [checked, without, made] = await Promise.all([
    command(["verify"]),
    command(["backup", join(folder.dir, "without.tar.gz")], { CND_DATA: data }),
    command(["backup", backup]),
  ]);
  assert.equal(checked.code, 0, checked.out + checked.err);
  assert.equal(without.code, 1);
  assert.match(without.err, /private tables of helplines, which is not loaded/);
  assert.equal(made.code, 0, made.err);
  const back = { ...env, CND_DATA: join(folder.dir, "back") };
  const restored = await command(["restore", backup], back);
  assert.equal(restored.code, 0, restored.err);
  using db = new DatabaseSync(join(back.CND_DATA, "log.sqlite"), { readOnly: true });
  const kept = db.prepare("select title, note from helplines join helplines_note using (subject)");
  assert.deepEqual({ ...kept.get() }, { title: "Village <desk>", note: "ask for Amina" });
});

test("OW3 a file that cannot be loaded, and names that are not its own, are told with the file, and nothing is served", async () => {
  let files = 0;
  const file = (text: string): string => {
    const path = join(folder.dir, `bad-${files++}.js`);
    writeFileSync(path, text);
    return path;
  };
  async function bad(text: string, says: RegExp): Promise<void> {
    const path = file(text);
    await assert.rejects(
      async () => {
        await loadOwn([path]);
        ownFeatures(features);
      },
      ({ message }: Error) => message.startsWith(`CND_FEATURES: ${path}: `) && says.test(message),
      text,
    );
  }
  const model = (more: string) =>
    `export const name = "extra"; export const model = () => ({ kinds: {}, projections: [], ...${more} });`;
  const part =
    '{ name: "extra", tables: { trail: { passes: true, keeps: {} } }, migrations: [], operations: {} }';
  await bad("export const a = ;", /cannot be loaded/);
  await bad("export const a = 1;", /expected an exported name/);
  await bad(
    model('{ kinds: { "story.told/1": {} } }'),
    /kind whose name begins with extra\., got story\.told\/1/,
  );
  await bad(model(`{ private: [${part}] }`), /table whose name begins with extra, got trail/);
  const kept = part.replace("trail", "extra_note").replace("keeps", "kept");
  await bad(model(`{ private: [${kept}] }`), /of extra_note how long it is kept/);
  const route = '({ routes: [{ path: "/stories" }] })';
  await bad(
    `export const name = "extra"; export const feature = () => ${route};`,
    /the address \/stories is taken/,
  );
  const said = 'kinds: { "story.said/1": {} }';
  const named = (name: string, more: string) =>
    `export const name = "${name}"; export const model = () => ({ kinds: {}, projections: [], ${more} });`;
  await bad(named("story", said), /the name story is taken: story\.\S+ is of ours/);
  const tables =
    '{ name: "sto", tables: { story_of_ours: { passes: true, keeps: {} } }, migrations: [], operations: {} }';
  await bad(named("sto", `private: [${tables}]`), /table whose name begins with sto, got story_/);
  await bad('export const name = "stories";', /the name stories is taken/);
  const answers =
    'export const feature = () => ({ machine: () => ({ "POST /taken": () => {} }) });';
  await loadOwn([file(`export const name = "extra"; ${answers}`)]);
  const all = [
    { name: "ours", routes: [], machine: () => ({ "POST /taken": async () => undefined }) },
    ...ownFeatures(features),
  ];
  const nothing = {} as Parameters<typeof addressesOf>[1];
  assert.throws(
    () => addressesOf(all, nothing),
    /CND_FEATURES: extra: the address POST \/taken is taken/,
  );
  assert.deepEqual(Object.keys(addressesOf(all.slice(1), nothing)), ["POST /taken"]);
  const { code, err } = await command(["serve"], { ...env, CND_FEATURES: file("") });
  assert.equal(code, 1);
  assert.match(err, /^CND_FEATURES: .*bad-10\.js: expected an exported name/);
});
