/**
 * Campaigns that tests begin with, brought in once a run and then copied, because that takes seconds. What `cnd init` and
 * `cnd import` do is tested where they are called. Copies of one campaign have the same keys and the same log: who needs
 * two that differ, or a folder of other words, calls `cnd import`.
 */
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { openStore } from "../src/platform/db/open-store.ts";
import type { LadderRow, LadderTables, RungRow } from "../src/platform/private/ladders.ts";
import { serve } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { writeExport } from "./wordpress-export.ts";

/** The first campaign; its lighter media are made, no page is kept. @returns the folder to copy */
const first = () =>
  once("first", async (dir) => {
    const env = { CND_DATA: join(dir, "data") };
    succeed(["import", "campaign"], env);
    await makeLadders(env);
    rmSync(join(env.CND_DATA, "cache"), { recursive: true });
  });

/**
 * The first campaign, in an empty data folder; its lighter media are made, no page is kept.
 * @param data the folder @param url the public address that its log is called by, in place of the campaign's id
 */
export async function firstCampaign(data: string, url?: string): Promise<void> {
  const ready =
    url === undefined
      ? await first()
      : await once(`first-${new URL(url).hostname}`, async (dir) => {
          const env = { CND_DATA: join(dir, "data"), CND_URL: url };
          succeed(["import", "campaign"], env);
          await giveLadders(env);
          rmSync(join(env.CND_DATA, "cache"), { recursive: true, force: true });
        });
  copy(ready, data);
}

/** The first campaign in a database of this sort. @param data an empty folder @returns what the program is started with */
export async function firstCampaignOn(
  sort: keyof typeof DATABASES,
  data: string,
): Promise<{ readonly env: Record<string, string> } & AsyncDisposable> {
  if (sort === "SQLite") {
    await firstCampaign(data);
    return { env: { CND_DATA: data }, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const database = await DATABASES.PostgreSQL();
  const env = { CND_DATA: data, CND_DATABASE: database.address };
  succeed(["import", "campaign"], env); // one test begins with it, and waits for no lighter media
  return { env, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

/** What `cnd init` makes, imported into an empty data folder. @param data the folder */
export async function newCampaign(data: string): Promise<void> {
  const ready = await once("new", async (dir) => {
    succeed(["init", join(dir, "campaign"), "--yes"]);
    succeed(["import", join(dir, "campaign")], { CND_DATA: join(dir, "data") });
  });
  copy(ready, data);
}

/**
 * The first campaign's own course in a campaign folder that `cnd init` made, in the folder's language and Arabic. The programme
 * that it belongs to comes along as a few words, without the places and partners of the first campaign.
 */
export function addCourse(campaign: string): void {
  const about = join(campaign, "campaign.yaml");
  const inTwo = readFileSync(about, "utf8").replace(/^languages: .*$/m, "languages: [en, ar]");
  writeFileSync(about, inTwo);
  cpSync("campaign/courses", join(campaign, "courses"), { recursive: true });
  mkdirSync(join(campaign, "programmes"));
  const programme = "title: Skills on wheels\nsummary: A classroom comes.\npurpose: To learn.\n";
  writeFileSync(join(campaign, "programmes/digitruck.md"), `---\n${programme}---\n\nIt drives.\n`);
}

/** What `cnd init` makes with the first campaign's own course, imported into an empty data folder. @param data the folder */
export async function courseCampaign(data: string): Promise<void> {
  const ready = await once("course", async (dir) => {
    succeed(["init", join(dir, "campaign"), "--yes"]);
    addCourse(join(dir, "campaign"));
    succeed(["import", join(dir, "campaign")], { CND_DATA: join(dir, "data") });
  });
  copy(ready, data);
}

/** What comes of an export of WordPress, imported into an empty data folder. @param data the folder */
export async function wordpressCampaign(data: string): Promise<void> {
  const ready = await once("wordpress", async (dir) => {
    const { file, uploads } = writeExport(dir);
    succeed(["import-site", file, "--into", join(dir, "campaign"), "--media", uploads]);
    succeed(["import", join(dir, "campaign")], { CND_DATA: join(dir, "data") });
  });
  copy(ready, data);
}

/** The folder of this name, made by whoever comes first. */
export async function once(name: string, make: (dir: string) => Promise<void>): Promise<string> {
  const run = process.env["CND_TEST_READY"];
  if (!run) throw new Error("Expected a folder for this run: run the tests with `npm test`.");
  const dir = join(run, name);
  const making = `${dir}.making`;
  while (!existsSync(dir))
    if (!isMine(making)) await sleep(50); // another file of this run makes it
    else if (existsSync(dir)) rmSync(making, { recursive: true }); // was ready a moment ago
    else
      try {
        await make(making);
        renameSync(making, dir);
      } catch (error) {
        rmSync(making, { recursive: true, force: true });
        throw error;
      }
  return dir;
}

/** A folder is made by one alone. */
function isMine(dir: string): boolean {
  try {
    mkdirSync(dir);
    return true;
  } catch {
    return false;
  }
}

/** Whole, as no process has the database open; its newest checkpoint lies beside it. */
export function copy(ready: string, data: string): void {
  const how = { recursive: true, mode: constants.COPYFILE_FICLONE };
  cpSync(join(ready, "data"), data, how);
  cpSync(join(ready, "data.checkpoint"), `${data}.checkpoint`, how);
}

const AT_ONCE = 50; // rows of a statement

/**
 * To the first campaign, imported and not yet served, what was made of its media when it was made ready: it follows from them
 * alone, and making it takes ten seconds of a processor.
 */
async function giveLadders(env: Readonly<Record<string, string>>): Promise<void> {
  const from = join(await first(), "data");
  const data = env["CND_DATA"]!;
  cpSync(join(from, "media"), join(data, "media"), { recursive: true, force: false });
  const rows = join(data, "made.sqlite");
  cpSync(join(from, "log.sqlite"), rows); // opened, it would not be whole for who copies it
  await using opened = new AsyncDisposableStack();
  opened.defer(() => {
    for (const one of [rows, `${rows}-shm`, `${rows}-wal`]) rmSync(one, { force: true });
  });
  const made = opened.use(new DatabaseSync(rows));
  const { dialect } = openStore(join(data, "log.sqlite"));
  const db = new Kysely<LadderTables>({ dialect });
  opened.defer(() => db.destroy());
  const all = <T>(table: string) => made.prepare(`select * from ${table}`).all() as T[];
  const ladders = all<LadderRow>("ladder");
  const rungs = all<RungRow>("rung");
  if (rungs.length === 0) throw new Error("Expected lighter media in the campaign that is ready.");
  for (let i = 0; i < ladders.length; i += AT_ONCE)
    await db
      .insertInto("ladder")
      .values(ladders.slice(i, i + AT_ONCE))
      .execute();
  for (let i = 0; i < rungs.length; i += AT_ONCE)
    await db
      .insertInto("rung")
      .values(rungs.slice(i, i + AT_ONCE))
      .execute();
}

/** Serve until no work has been left for a moment: otherwise each copy would make the same lighter media. */
export async function makeLadders(env: Readonly<Record<string, string>>): Promise<void> {
  await using opened = new AsyncDisposableStack();
  opened.use(await serve(env));
  const { dialect } = openStore(env["CND_DATABASE"] ?? join(env["CND_DATA"]!, "log.sqlite"));
  const db = new Kysely<{ job: { state: string } }>({ dialect });
  opened.defer(() => db.destroy());
  let idle = 0;
  for (let i = 0; idle < 3; i++) {
    if (i > 3000)
      throw new Error("Expected the first campaign's lighter media within five minutes.");
    await sleep(100);
    const states = await db.selectFrom("job").select("state").distinct().execute();
    idle = states.every(({ state }) => state === "done") && states.length > 0 ? idle + 1 : 0;
  }
}
