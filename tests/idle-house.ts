/** A campaign in which every feature is in use and nothing is to be done, and what the process that serves it asks its database. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import { askNotices } from "../src/features/desk/notices/private.ts";
import { askListening } from "../src/features/listening/private/listening.ts";
import { askNewsletters } from "../src/features/newsletter/private/drafts.ts";
import { askOutbox } from "../src/features/newsletter/private/outbox.ts";
import { askWaiting } from "../src/features/stories/model.ts";
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import { askFederation } from "../src/platform/private/federation.ts";
import { askJobs } from "../src/platform/private/jobs.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths, openDataFolder } from "../src/platform/process/data-folder.ts";
import { serveAlone, temporary, type Served } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { madeSensor } from "./listening-house.ts";
import { openSink } from "./mail-sink.ts";

interface IdleHouse extends AsyncDisposable {
  readonly server: Served;
  /** The statements since it was last asked. */
  asked(): readonly string[];
}

const LATER = 30 * 24 * 3_600_000; // ms

const MOST = 0.2; // statements a second, begins and commits among them
export const BOTH = Object.keys(DATABASES) as (keyof typeof DATABASES)[];

interface Times {
  /** s until what was written at first is looked at once more. */
  readonly settles: number;
  /** s for which it is counted then. */
  readonly counted: number;
  /** How often it is counted until it has settled: a busy machine takes its time. */
  readonly tries?: number;
}

export async function staysIdle(
  sort: keyof typeof DATABASES,
  { settles, counted, tries = 1 }: Times,
): Promise<void> {
  await using house = await idleHouse(sort);
  await sleep(settles * 1000);
  assert.ok(house.asked().length > 100, "Expected that what is asked is counted.");
  const most = MOST * counted;
  let all: readonly string[] = [];
  for (let i = 0; i < tries && (i === 0 || all.length > most); i += 1) {
    await sleep(counted * 1000);
    all = house.asked();
  }
  assert.ok(all.length <= most, `${all.length} in ${counted} s:\n${all.join("\n")}`);
  console.log(`${sort}: ${(all.length / counted).toFixed(3)} a second`);
  const own = house.server.complaints().replaceAll(/^This campaign has no recovery.*\n/gm, "");
  assert.equal(own, "");
}

async function idleHouse(sort: keyof typeof DATABASES): Promise<IdleHouse> {
  await using opened = new AsyncDisposableStack();
  const { dir } = opened.use(temporary());
  const sink = opened.use(await openSink());
  const database = opened.use(await DATABASES[sort]());
  const data = join(dir, "data");
  const statements = join(dir, "statements");
  const env = {
    CND_DATA: data,
    CND_URL: "https://campaign.example",
    CND_MAIL: sink.url,
    ...(sort === "PostgreSQL" && { CND_DATABASE: database.address }),
  };
  succeed(["import", "docs/protocol/valid/small"], env);
  const server = opened.use(
    await serveAlone({
      ...env,
      CND_TEST_STATEMENTS: statements,
      NODE_OPTIONS: `--import ${resolve(import.meta.dirname, "asked-statements.mjs")}`,
    }),
  );
  await putToUse(data);
  const held = opened.move();
  return {
    server,
    asked() {
      const all = existsSync(statements) ? readFileSync(statements, "utf8") : "";
      rmSync(statements, { force: true });
      return all.split("\n").filter(Boolean);
    },
    [Symbol.asyncDispose]: () => held[Symbol.asyncDispose](),
  };
}

/** Of everything that a loop looks for there is something, for a day to come. */
async function putToUse(data: string): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  const { owner: key, log: sealing } = openDataFolder(data).keys;
  const ask = running.private;
  const accounts = openAccounts({ private: ask, base: await running.base(), key, sealing });
  const { id } = await accounts.open({ name: "Li", role: "owner", email: "li@example.org" });
  const now = Date.now();
  const due = now + LATER;
  await askNotices(ask).choose({
    account: id,
    what: "waits takenBack mail work disk release",
    often: "once",
  });
  await askListening(ask).addSensor(madeSensor("S1", { seen: now, every: 60 }).sensor);
  await askListening(ask).setWatchers([
    { account: id, position: 0, days: "1111111", opens: "00:00", closes: "00:00" },
  ]);
  const day = new Date(due).toISOString().slice(0, 10);
  await askWaiting(ask).take({
    kind: "story",
    slug: "to-come",
    lang: "",
    day,
    text: "---\ntitle: To come\n---\n\nA day.\n",
    files: [],
    by: id,
    at: now,
  });
  const letter = { id: randomUUID(), body: "{}", saved: now };
  await askNewsletters(ask).make(letter);
  await askNewsletters(ask).schedule({ id: letter.id, version: 1, due });
  await askOutbox(ask).note([{ subject: "0".repeat(64), noted: now, due }]);
  await askJobs(ask).add({ kind: "run.verify", about: "later", argument: null, due });
  await askJobs(ask).add({ kind: "sent.mail", about: "later", argument: null, due });
  await askFederation(ask).follow({
    actor: "campaign",
    uri: "https://elsewhere.example/ana",
    handle: "@ana@elsewhere.example",
    inbox: "https://elsewhere.example/inbox",
    shared: null,
    host: "elsewhere.example",
    since: now,
  });
}
