/**
 * What people took back in classes and of sensors, whole: through a running instance, a backup of before, and a restore on
 * either database. Of every private table it is shown in src/platform/private/taken-back.test.ts. Rules V70, V74.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { askListening } from "../src/features/listening/private/listening.ts";
import { openControl } from "../src/platform/process/control.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { readTakenBack } from "../src/platform/process/list.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { cnd, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";

type Env = { readonly CND_DATA: string; readonly CND_DATABASE?: string };

const text = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "x"])) as Record<string, string>;
const room = (id: string) =>
  ({
    ...text("name", "course", "place", "starts", "ends", "key", "by"),
    id,
    at: 1,
    closed: null,
  }) as never;
const learner = (id: string) => ({
  id,
  name: id,
  picture: 1,
  code_hash: `code-${id}`,
  pin_hash: "p",
  at: 1,
});
const answer = (of: string) =>
  ({
    ...text("lesson", "exercise", "answer", "device"),
    id: `answer-${of}`,
    room: "stays",
    learner: of,
    score: 1,
    by: null,
    at: 1,
    came: 1,
  }) as never;
const sensor = (id: string) =>
  ({
    ...text("place", "spot", "detector"),
    id,
    name: id,
    key_hash: `key-${id}`,
    lat: null,
    lon: null,
    battery: null,
    empty: null,
    level: null,
    every: 60,
    threshold: 500,
    at: 1,
    learns: 0,
    closed: null,
    learned: null,
    seen: null,
    clock: null,
    flat: null,
  }) as never;

async function seed(ask: Privately): Promise<void> {
  const classes = askClasses(ask);
  for (const id of ["stays", "deleted"]) await classes.open(room(id));
  await classes.enrol({ room: "stays", learners: ["erased", "carded", "kept"].map(learner) });
  await classes.enrol({ room: "deleted", learners: ["other"].map(learner) });
  await classes.keep({ answers: ["erased", "kept"].map(answer) });
  for (const id of ["down", "rekeyed", "hangs"]) await askListening(ask).addSensor(sensor(id));
}

async function takeBack(ask: Privately): Promise<void> {
  const classes = askClasses(ask);
  await classes.erase("erased");
  await classes.drop("deleted");
  await classes.newCards([{ id: "carded", code_hash: "new", pin_hash: "new" }]);
  await askListening(ask).changeSensor({ id: "down", closed: 5 });
  await askListening(ask).changeSensor({ id: "rekeyed", key_hash: "new" });
}

async function look(ask: Privately): Promise<Record<string, unknown>> {
  const classes = askClasses(ask);
  const found = await classes.whole("stays");
  const opens = async (code: string) => (await classes.byCode(code))?.id;
  const speaks = async (key: string) => (await askListening(ask).byKey(key))?.id;
  return {
    rooms: (await classes.rooms()).map(({ id }) => id).toSorted(),
    learners: found?.learners.map(({ id }) => id),
    answers: found?.answers.map(({ id }) => id),
    oldCard: await opens("code-carded"),
    card: await opens("code-kept"),
    takenDown: await speaks("key-down"),
    oldKey: await speaks("key-rekeyed"),
    key: await speaks("key-hangs"),
  };
}
const AFTER = {
  rooms: ["stays"],
  learners: ["carded", "kept"],
  answers: ["answer-kept"],
  oldCard: undefined,
  card: "kept",
  takenDown: undefined,
  oldKey: undefined,
  key: "hangs",
};

async function running<T>(env: Env, work: (ask: Privately) => Promise<T>): Promise<T> {
  await using served = new AsyncDisposableStack();
  served.use(await serve(env));
  using control = await openControl(dataPaths(env.CND_DATA).socket);
  return await work(control.private);
}

for (const [name, open] of Object.entries(DATABASES))
  test(`V70 bug: a restore revived an erased learner, a deleted class, an old card and a sensor that was taken down, on ${name}`, async () => {
    using folder = temporary();
    const at = (one: string) => join(folder.dir, one);
    await using stack = new AsyncDisposableStack();
    const envOf = async (data: string): Promise<Env> => {
      if (name === "SQLite") return { CND_DATA: at(data) };
      return { CND_DATA: at(data), CND_DATABASE: stack.use(await open()).address };
    };
    await newCampaign(at("first"));
    succeed(["backup", at("first.tar.gz")], { CND_DATA: at("first") });
    const env = await envOf("data");
    succeed(["restore", at("first.tar.gz")], env);
    const recipient = succeed(["key", "backup", at("key")]).trim();
    const list = besideData(env.CND_DATA).withdrawn;
    await running(env, async (ask) => {
      await seed(ask);
      succeed(["backup", at("plain")], env);
      succeed(["backup", at("sealed"), "--to", recipient], env);
      const before = readTakenBack(list).length;
      await takeBack(ask);
      // Nothing but the file is there to be read when the machine loses its power now.
      assert.ok(readTakenBack(list).length >= before + 7, "listed when it was acknowledged");
      assert.deepEqual(await look(ask), AFTER);
      succeed(["backup", at("later")], env);
    });
    assert.doesNotMatch(readFileSync(list, "utf8"), /erased|deleted|carded|rekeyed/);
    const files: readonly [file: string, ...key: string[]][] = [
      ["plain"],
      ["sealed", "--key", at("key")],
      ["later"],
    ];
    for (const [n, [file, ...key]] of files.entries()) {
      const again = await envOf(`again-${n}`);
      for (const one of ["withdrawn", "access", "erasures", "checkpoint"] as const)
        if (existsSync(besideData(env.CND_DATA)[one]))
          cpSync(besideData(env.CND_DATA)[one], besideData(again.CND_DATA)[one]);
      const said = succeed(["restore", at(file), ...key], again);
      assert.doesNotMatch(said, /not known here/);
      await running(again, async (ask) => assert.deepEqual(await look(ask), AFTER, file));
      assert.match(succeed(["verify"], again), /The log is valid/);
    }
  });

test("V74 where the list is lost a restore says for which days it cannot speak, and so does each later one of these days", async () => {
  using folder = temporary();
  const at = (one: string) => join(folder.dir, one);
  const env = { CND_DATA: at("data") };
  await newCampaign(env.CND_DATA);
  await running(env, seed);
  succeed(["backup", at("old")], env);
  await running(env, takeBack);
  const today = new Date().toISOString().slice(0, 10);
  const { withdrawn } = besideData(env.CND_DATA);
  rmSync(env.CND_DATA, { recursive: true });
  renameSync(withdrawn, at("elsewhere"));
  const said = succeed(["restore", at("old")], env);
  assert.match(
    said,
    new RegExp(
      `withdrawn, closed or erased between \\d{4}-\\d\\d-\\d\\d and ${today.slice(0, 7)}-\\d\\d .* is not known here`,
    ),
  );
  await running(env, async (ask) => assert.notDeepEqual(await look(ask), AFTER));
  rmSync(env.CND_DATA, { recursive: true });
  assert.match(succeed(["restore", at("old")], env), /is not known here/);
  rmSync(env.CND_DATA, { recursive: true });
  cpSync(at("elsewhere"), withdrawn);
  assert.doesNotMatch(succeed(["restore", at("old")], env), /is not known here, and/);
  await running(env, async (ask) => assert.deepEqual(await look(ask), AFTER));
});

test("V74 a backup holds the list: what is brought back from it on another machine knows what was taken back before", async () => {
  using folder = temporary();
  const at = (one: string) => join(folder.dir, one);
  const env = { CND_DATA: at("data") };
  await newCampaign(env.CND_DATA);
  await running(env, seed);
  succeed(["backup", at("old")], env);
  await running(env, takeBack);
  succeed(["backup", at("new")], env);
  const there = { CND_DATA: at("there") };
  succeed(["restore", at("new")], there);
  await running(there, async (ask) => assert.deepEqual(await look(ask), AFTER));
  rmSync(there.CND_DATA, { recursive: true });
  succeed(["restore", at("old")], there);
  await running(there, async (ask) => assert.deepEqual(await look(ask), AFTER));
});

test("V73 what was committed when the machine stopped before it was listed is listed at the next start; a line that is cut off is passed over", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  await running(env, seed);
  await running(env, takeBack);
  const { withdrawn } = besideData(env.CND_DATA);
  const whole = readTakenBack(withdrawn);
  assert.ok(whole.length >= 7);
  writeFileSync(withdrawn, readFileSync(withdrawn, "utf8").slice(0, -20));
  assert.equal(readTakenBack(withdrawn).length, whole.length - 1);
  await running(env, async () => undefined);
  const lines = () => readTakenBack(withdrawn).map((entry) => JSON.stringify(entry)); // an address may stand there twice
  assert.ok(whole.every((entry) => lines().includes(JSON.stringify(entry))));
  writeFileSync(withdrawn, `altered\n${readFileSync(withdrawn, "utf8")}`);
  assert.match(cnd(["verify"], env).err, /withdrawals: line 1 of/);
});
