/** What a command did comes into the trail that owners read at the desk, whichever command it is. Rule V60. */
import { Kysely } from "kysely";
import { privateParts } from "../models.ts";
import { openNotes } from "../platform/accounts/trail.ts";
import { openStore } from "../platform/db/open-store.ts";
import { openPrivate, privateIsOpen } from "../platform/private/private.ts";
import type { Privately } from "../platform/private/part.ts";
import { SHELL, type TrailRow } from "../platform/private/trail.ts";
import { besideData, dataPaths, hasData } from "../platform/process/data-folder.ts";
import { keepTrailRow } from "../platform/process/kept-trail.ts";
import { takeLock } from "../platform/process/lock.ts";
import { dataDir, openRunning, type Noted, type Settings } from "./context.ts";

/** Commands that read alone, or work on files that are no instance's. `restore` notes itself before anything may be used. */
const QUIET = new Set(
  "init serve import-site import-book import-course course listen verify doctor restore attest badge plan radio|key new|key backup|account list|desk list|desk show|class list|breach list"
    .split("|")
    .flatMap((names, i) => (i === 0 ? names.split(" ") : [names])),
);
/** Those that have commands of their own. */
const WITH_VERBS = new Set(["key", "account", "desk", "class", "breach"]);
const ID = /^[0-9a-f]{6,64}$/;

/** Called when it has ended well. What cannot be noted stays done. */
export async function noteCommand(
  settings: Settings,
  name: string,
  args: readonly string[],
  { about, detail = "" }: Noted,
): Promise<void> {
  const command = WITH_VERBS.has(name) ? `${name} ${args[0]}` : name;
  if (QUIET.has(name) || QUIET.has(command)) return;
  if (args.includes("--dry-run") || args.includes("--format")) return;
  const [folder] = name === "import" ? args.filter((arg) => !arg.startsWith("-")) : [];
  const note = openNotes((operation, deed) => writing(settings, folder, operation, deed));
  await note({
    who: SHELL,
    what: `cnd ${command}`,
    about: about ?? args.find((text) => ID.test(text)) ?? "",
    detail,
    network: "",
    outcome: "done",
  });
}

/** Through the running process; where none runs, by this one, without its log, which may have to fill tables anew first. */
async function writing(
  settings: Settings,
  folder: string | undefined,
  ...asked: Parameters<Privately>
): Promise<void> {
  const dir = dataDir(settings, folder);
  if (!hasData(dir)) return;
  using lock = takeLock(dataPaths(dir).lock);
  if (!lock) {
    using running = await openRunning(dir);
    await running.private(...asked);
    return;
  }
  const database = settings.database ?? dataPaths(dir).database;
  const store = openStore(database);
  await using db = new Kysely<object>({ dialect: store.dialect });
  if (!(await privateIsOpen(db, privateParts)))
    throw new Error("an older version wrote its data; serve the campaign once to update it");
  const privately = await openPrivate(db, privateParts, store);
  keepTrailRow(besideData(dir).trail, (await privately(...asked)) as TrailRow);
}
