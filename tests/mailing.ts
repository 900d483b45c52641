/** A campaign with subscribers and a mail server, for tests and benchmarks of updates by e-mail. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { privateParts } from "../src/models.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";

type Env = Readonly<Record<string, string>>;
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The first campaign in a folder of its own, imported. @returns the folder */
export function campaignIn(dir: string, env: Env): string {
  const folder = join(dir, "campaign");
  cpSync("campaign", folder, { recursive: true });
  succeed(["import", folder], env);
  return folder;
}

/** A story of today, told while the instance serves. */
export function tell(folder: string, slug: string, env: Env, more = "", text = TEXT): void {
  const today = new Date().toISOString().slice(0, 10);
  const head = `title: The ${slug} story\nsummary: What a link changed.\nlanguage: en\ncategory: Network\npublished: ${today}\nauthors: [campaign-desk]\ntopics: [connectivity]\n${more}`;
  writeFileSync(join(folder, "stories", `${slug}.md`), `---\n${head}---\n\n${text}\n`);
  succeed(["import", folder], env);
}
const TEXT = "A mast stands on the school.\n\nIt carries the calls of the village.";

/** Subscribers `n1@example.org` and so on, confirmed, made where no instance runs. */
export async function subscribe(
  database: string,
  n: number,
  chosen: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { dialect } = openStore(database);
  const db: Db = new Kysely({ dialect });
  const privately = await openPrivate(db, privateParts);
  for (let i = 1; i <= n; i++) {
    const secret = randomBytes(16).toString("hex");
    const choice = { lang: "en", what: "all", often: "each", ...chosen };
    const address = `n${i}@example.org`;
    const asked = { address, ...choice, confirm_hash: sha(secret), asked: Date.now() };
    await privately("subscribers.ask", asked);
    const fresh = { id: secret, stop_hash: sha(`stop ${secret}`), now: Date.now() };
    await privately("subscribers.confirm", { confirm_hash: sha(secret), ...fresh });
  }
  await db.destroy();
}

/** An editor's cookie at the desk of the instance that serves. */
export async function editor(base: string, env: Env): Promise<string> {
  const name = randomBytes(3).toString("hex");
  const link = await invitation(env["CND_DATA"]!, { role: "editor", name });
  const entered = await fetch(base + link, { method: "POST", redirect: "manual" });
  assert.equal(entered.status, 303);
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** What the desk shows of mail. */
export async function desk(base: string, cookie: string): Promise<string> {
  return (await fetch(`${base}/desk/updates`, { headers: { cookie } })).text();
}

/** Press a button at every story that waits. */
export async function press(base: string, cookie: string, what: string): Promise<number> {
  const page = await desk(base, cookie);
  const stories = [...page.matchAll(/name="story" value="([0-9a-f]{64})"/g)].map((m) => m[1]!);
  for (const story of stories)
    await fetch(`${base}/desk/updates`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ story, do: what }),
      redirect: "manual",
    });
  return stories.length;
}

interface InDoubt {
  /** Names it in the desk's form. */
  readonly which: string;
  /** As it stands in the mail: `<…@…>`. */
  readonly id: string;
}

/** The letters that the desk shows to be in doubt. */
export async function inDoubt(base: string, cookie: string): Promise<InDoubt[]> {
  const page = await desk(base, cookie);
  const shown = page.matchAll(/<code>&lt;(\S+?)&gt;<\/code>.*?name="letter" value="([^"]+)"/gs);
  return [...shown].map(([, id, which]) => ({ id: `<${id}>`, which: which! }));
}

/** Press a button about a letter in doubt, or about all of them. */
export async function decide(
  base: string,
  cookie: string,
  what: "again" | "leave",
  letter?: InDoubt,
): Promise<void> {
  const { status } = await fetch(`${base}/desk/updates`, {
    method: "POST",
    headers: { cookie },
    body: new URLSearchParams({ ...(letter && { letter: letter.which }), do: what }),
    redirect: "manual",
  });
  assert.equal(status, 303);
}
