/**
 * What was erased returns neither by a restore of an older backup nor by an import of an older file, until somebody says that it
 * may: a person, a learner, a class, a sensor, a subscriber and an account. Of every private table it is shown in
 * src/platform/private/taken-back.test.ts. Rules V85 to V87.
 */
import assert from "node:assert/strict";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { askListening } from "../src/features/listening/private/listening.ts";
import { askImported } from "../src/features/newsletter/private/imported.ts";
import { askSubscribers } from "../src/features/newsletter/private/subscribers.ts";
import { askAccounts } from "../src/platform/private/accounts.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openControl } from "../src/platform/process/control.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { cnd, serve, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";

const text = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "x"])) as Record<string, string>;
const ROOM = {
  ...text("id", "name", "course", "place", "starts", "ends", "key", "by"),
  at: 1,
  closed: null,
} as never;
const DELETED = { ...(ROOM as object), id: "deleted" } as never;
const LEARNER = { id: "l", name: "Lea", picture: 1, code_hash: "c", pin_hash: "p", at: 1 };
const SENSOR = {
  ...text("id", "name", "place", "spot", "detector", "key_hash"),
  ...Object.fromEntries(
    ["lat", "lon", "battery", "empty", "level", "closed", "learned", "seen", "clock", "flat"].map(
      (name) => [name, null],
    ),
  ),
  every: 60,
  threshold: 500,
  at: 1,
  learns: 0,
} as never;
const MAIL = "lea@example.org";
const CHOICE = { address: MAIL, lang: "en", what: "all", often: "each" as const };

async function running<T>(
  env: { readonly CND_DATA: string },
  work: (ask: Privately, base: string) => Promise<T>,
) {
  await using server = await serve({ ...env });
  using control = await openControl(dataPaths(env.CND_DATA).socket);
  return await work(control.private, server.base);
}

async function seed(ask: Privately): Promise<void> {
  for (const room of [ROOM, DELETED]) await askClasses(ask).open(room);
  await askClasses(ask).enrol({ room: "x", learners: [LEARNER] });
  await askListening(ask).addSensor(SENSOR);
  await askSubscribers(ask).ask({ ...CHOICE, confirm_hash: "c", asked: Date.now() });
  const confirmed = { confirm_hash: "c", now: Date.now(), id: "s", stop_hash: "stop" };
  assert.equal(await askSubscribers(ask).confirm(confirmed), true);
}

async function eraseAll(ask: Privately): Promise<void> {
  await askClasses(ask).erase("l");
  await askClasses(ask).drop("deleted");
  await askListening(ask).changeSensor({ id: "x", closed: 5 });
  await askSubscribers(ask).stop("stop");
  const user = { table: "auth_user", where: [{ field: "email", operator: "eq", value: MAIL }] };
  assert.equal(await askAccounts(ask).remove(user as never), 1);
}

/** How much of each is here. */
async function here(ask: Privately, base: string): Promise<Record<string, unknown>> {
  const status = async (path: string) => (await fetch(base + path)).status === 200;
  const users = await askAccounts(ask).find({ table: "auth_user", where: [] });
  return {
    person: await status("/authors/ada"),
    story: await status("/stories/two-hills"),
    learner: (await askClasses(ask).whole("x"))?.learners.length ?? 0,
    class: (await askClasses(ask).rooms()).filter(({ id }) => id === "deleted").length,
    sensor: (await askListening(ask).byKey("x")) === undefined ? 0 : 1,
    subscriber: (await askImported(ask).all()).length + (await askImported(ask).waiting()),
    account: users.filter(({ email }) => email === MAIL).length,
  };
}
const ALL = {
  person: true,
  story: true,
  learner: 1,
  class: 1,
  sensor: 1,
  subscriber: 1,
  account: 1,
};
const NONE = {
  person: false,
  story: false,
  learner: 0,
  class: 0,
  sensor: 0,
  subscriber: 0,
  account: 0,
};

/** No word of the person stands in the log. */
function isForgotten(data: string): boolean {
  using log = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const documents = log.prepare("select document from record where document is not null").all();
  assert.ok(documents.length > 3);
  return documents.every(
    ({ document }) => !Buffer.from(document as Uint8Array).includes("Ada teaches"),
  );
}

test("V85 V86 bug: an older folder, list and file brought back the person, learner, class, subscriber and account that were erased", async () => {
  using folder = temporary();
  const at = (one: string) => join(folder.dir, one);
  const env = { CND_DATA: at("data") };
  cpSync("docs/protocol/valid/small", at("campaign"), { recursive: true });
  succeed(["import", at("campaign")], env);
  succeed(["account", "invite", "editor", "--name", "Lea", "--mail", MAIL], env);
  await running(env, async (ask, base) => {
    await seed(ask);
    assert.deepEqual(await here(ask, base), ALL);
    succeed(["backup", at("old")], env);
    await eraseAll(ask);
    succeed(["erase", "/authors/ada"], env);
    assert.deepEqual(await here(ask, base), NONE);
  });
  // The same words in another order: to the import the files are not those that it knows.
  const older = (file: string, change: (text: string) => string) =>
    writeFileSync(at(`campaign/${file}`), change(readFileSync(at(`campaign/${file}`), "utf8")));
  older("people.yaml", (yaml) => yaml.replace("chosen: true", "chosen: true\n  bio: Older words."));
  older("stories/two-hills.md", (md) => md.replace("The hill saw", "Long ago the hill saw"));

  async function lettingIn(): Promise<void> {
    const came = succeed(["import", at("campaign")], env);
    assert.match(came, /^people\.yaml:\d+: left out: people\/ada was erased here/m);
    assert.match(came, /^stories\/two-hills\.md:\d+: left out: /m);
    cpSync(at("campaign"), at("renamed"), { recursive: true });
    writeFileSync(
      at("renamed/people.yaml"),
      readFileSync(at("renamed/people.yaml"), "utf8")
        .replace("id: ada", "id: somebody")
        .replace("name: Ada", "name: ADA"),
    );
    renameSync(at("renamed/stories/two-hills.md"), at("renamed/stories/other.md"));
    rmSync(at("renamed/stories/two-hills.fr.md"));
    writeFileSync(
      at("renamed/stories/other.md"),
      readFileSync(at("renamed/stories/other.md"), "utf8").replace("[ada]", "[somebody]"),
    );
    const renamed = succeed(["import", at("renamed"), "--prune"], env);
    assert.match(renamed, /left out: people\/somebody was erased here/);
    assert.match(renamed, /left out: it names people\/somebody/);
    assert.ok(isForgotten(env.CND_DATA));
    const invite = [
      "account",
      "invite",
      "editor",
      "--name",
      "Lea again",
      "--mail",
      MAIL.toUpperCase(),
    ];
    assert.match(cnd(invite, env).err, /erased here.*--let-in/s);
    await running(env, async (ask, base) => {
      const learner = { ...LEARNER, id: "fresh", name: " LEA " };
      assert.deepEqual(
        await askClasses(ask)
          .enrol({ room: "x", learners: [learner] })
          .then(() => askClasses(ask).learner("fresh")),
        undefined,
      );
      const whole = { room: DELETED, learners: [], answers: [], attendance: [] };
      await askClasses(ask).bring(whole);
      await askImported(ask).bring([{ ...CHOICE, consent: "2025, at the fair" }]);
      const own = {
        ...CHOICE,
        since: "2026-11-24",
        state: "active" as const,
        id: "t",
        stop_hash: "t",
      };
      await askImported(ask).bringBack([own]);
      assert.deepEqual(await here(ask, base), NONE);
      assert.equal((await fetch(`${base}/authors/somebody`)).status, 404);
      assert.equal((await fetch(`${base}/stories/other`)).status, 404);
    });
  }
  await lettingIn();

  // A backup of before, with the lists beside the data folder.
  rmSync(env.CND_DATA, { recursive: true });
  succeed(["restore", at("old"), "--new-log"], env);
  await running(env, async (ask, base) => assert.deepEqual(await here(ask, base), NONE));
  await lettingIn();

  // They asked to come back.
  succeed(["import", at("campaign"), "--let-in", "people/ada,stories/two-hills"], env);
  succeed(["account", "invite", "editor", "--name", "Lea again", "--mail", MAIL, "--let-in"], env);
  await running(env, async (ask, base) => {
    const { person, story, account } = await here(ask, base);
    assert.deepEqual({ person, story, account }, { person: true, story: true, account: 1 });
  });
  assert.doesNotMatch(succeed(["import", at("campaign")], env), /left out/);
  assert.doesNotMatch(readFileSync(besideData(env.CND_DATA).withdrawn, "utf8"), /Ada|Lea|lea@/);
});
