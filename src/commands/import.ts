/** `cnd import DIR`: what is new or different in a campaign folder becomes records; whole or not at all. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { folderParts } from "../folder-parts.ts";
import type { Db } from "../platform/db/store.ts";
import { formatFolder } from "../platform/folder/format.ts";
import { importFolder } from "../platform/folder/import.ts";
import { problemLine, type FolderProblem } from "../platform/folder/problem.ts";
import type { Appended } from "../platform/log/appending.ts";
import { thingsIn } from "../platform/log/reading.ts";
import { askErased } from "../platform/private/erased.ts";
import { askImported, readImported } from "../platform/private/imported.ts";
import { openMedia, type Media } from "../platform/media/media.ts";
import type { Control } from "../platform/process/control.ts";
import type { Instance } from "../platform/process/instance.ts";
import { Clock } from "../platform/records/clock.ts";
import type { Key } from "../platform/records/keys.ts";
import type { SignedRecord } from "../platform/records/record.ts";
import {
  CommandError,
  dataDir,
  openExisting,
  openLocked,
  openRunning,
  originFor,
  requireCampaign,
  switches,
  type Noted,
  type Settings,
} from "./context.ts";
import { waitingRoom } from "./waiting-room.ts";
import { goOnFromFolder } from "./going-on.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd import DIR [--prune] [--dry-run] [--let-in NAME] [--adopt] [--new-log]
Import a campaign folder. Files with nothing new add nothing. If a folder has mistakes, nothing is imported, and each
mistake is listed with its file and line. If a file has not changed since its last import, later changes and withdrawals
made here stay; if it has changed, the file counts. A story with a future date waits for that day, and no part of it is
public before. A running instance keeps serving.
  --prune     withdraw what is in the campaign but not in the folder
  --dry-run   check and count, change nothing
  --let-in people/SLUG,stories/SLUG
              let in again what was erased here: they asked to come back. Anything else that was erased stays out, and
              each file left out is named. The trail records that you let them in
  --adopt, --new-log   if the data folder and the database do not belong together: see cnd serve --help

cnd import --format DIR
Rewrite the folder's files in canonical form. If photos and films tell where they were made, remove what cameras wrote
into them. Nothing is imported.`;

const BATCH = 1000; // records an append

export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { on, of, rest } = switches(
    "import",
    args,
    ["prune", "dry-run", "format", "adopt", "new-log"],
    ["let-in"],
  );
  const [dir, ...others] = rest;
  if (!dir || others.length > 0)
    throw new CommandError("Expected one campaign folder: cnd import DIR");
  requireCampaign(dir);
  if (on.has("format")) return format(dir);
  const again = of["let-in"];
  const options = {
    prune: on.has("prune"),
    dryRun: on.has("dry-run"),
    ...(again !== undefined && { letIn: new Set(again.split(",")) }),
  };
  if (again !== undefined) tell({ about: again, detail: "let-in" });
  const data = dataDir(settings, dir);
  const how = { adopt: on.has("adopt"), newLog: on.has("new-log") };
  const instance = await openLocked(settings, data, originFor(settings, campaignId(dir)), how);
  if (instance) {
    await using opened = instance;
    await importInto(opened, dir, options);
    if (!options.dryRun) await (await import("./key-change.ts")).namePapers(opened);
    return;
  }
  using running = await openRunning(data);
  await using reader = await openExisting(settings, data);
  const { folder, snapshot } = reader;
  await importInto(
    { folder, snapshot, media: openMedia(folder.media), log: running },
    dir,
    options,
  );
}

/** What an import needs of an instance, opened here or running elsewhere. */
export interface Target {
  readonly folder: { readonly keys: { readonly owner: Key } };
  readonly media: Media;
  readonly log: Pick<Control, "append" | "private">;
  readonly snapshot: Instance["snapshot"];
}

export async function importInto(
  { folder, media, log, snapshot }: Target,
  dir: string,
  options: {
    readonly prune?: boolean;
    readonly dryRun?: boolean;
    readonly letIn?: ReadonlySet<string>;
  } = {},
): Promise<void> {
  const { progressBar } = await import("../platform/process/progress.ts"); // loaded once there is something to show
  goOnFromFolder(dir);
  const { isErased, letIn } = askErased(log.private);
  const bar = progressBar("Importing");
  const done = await importFolder({
    dir,
    parts: folderParts,
    log: {
      things: (space, kinds) => snapshot((db: Db) => thingsIn(db, space, kinds)),
      append: (records, progress) => appendAll(log, records, progress),
      memory: {
        read: () => snapshot(readImported),
        keep: (rows) => askImported(log.private).keep(rows),
      },
      waiting: waitingRoom({ log, snapshot }),
      isErased,
    },
    key: folder.keys.owner,
    clock: new Clock(timeNow),
    media,
    progress: bar.report,
    ...options,
  });
  bar.end();
  if (done.problems) throw refusal(dir, done.problems);
  if (done.back.length > 0 && !options.dryRun) await letIn(done.back);
  for (const one of done.leftOut) console.log(problemLine(one));
  const { added, edited, restored, unchanged, left, both, withdrawn, withoutFile } = done.counts;
  const { waiting, records } = done.counts;
  const parts = [
    `${added} new`,
    `${edited} edited`,
    ...(restored > 0 ? [`${restored} brought back`] : []),
    `${unchanged} unchanged`,
    ...(left > 0 ? [`${left} changed here since, left as they are`] : []),
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ...(withoutFile > 0 ? [`${withoutFile} without a file left as they are`] : []),
  ];
  const verb = options.dryRun ? "Would import" : "Imported";
  console.log(`${verb} ${dir}: ${parts.join(", ")} (${records} records).`);
  if (waiting > 0)
    console.log(`${waiting} of these wait for their day; no part of them is public before.`);
  if (left > 0)
    console.log(`To write the changes made here into the folder: bin/cnd.js export ${dir}`);
  if (both > 0) console.log(`${both} of these were also changed here; what the files say counts.`);
}

/** The id in a folder's campaign.yaml; what is wrong with the file is for the import to say. */
export function campaignId(dir: string): string {
  try {
    const { id } = parse(readFileSync(join(dir, "campaign.yaml"), "utf8")) as { id?: unknown };
    return typeof id === "string" && /^[a-z0-9-]+$/.test(id) ? id : "campaign";
  } catch {
    return "campaign";
  }
}

async function format(dir: string): Promise<void> {
  const done = await formatFolder(dir, folderParts);
  if (done.problems) throw refusal(dir, done.problems);
  for (const path of done.changed) console.log(path);
  console.log(`Rewrote ${done.changed.length} files in canonical form.`);
}

/**
 * In batches of one import; a short one is a single append and so a single transaction.
 * @throws CommandError when a record of ours was not accepted: then the folder belongs to another campaign
 */
export async function appendAll(
  log: Pick<Control, "append">,
  records: readonly SignedRecord[],
  progress?: (done: number, total: number) => void,
): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (let i = 0; i < records.length; i += BATCH) {
    const batch = records.slice(i, i + BATCH);
    const appended = log.append(batch.map(({ entry, document }) => ({ entry, document })));
    appended.catch(() => undefined); // it is awaited in the next round
    await before; // one batch is checked while the one before it is written
    before = appended.then(({ results }) => {
      refuse(results);
      progress?.(Math.min(i + BATCH, records.length), records.length);
      return undefined;
    });
    before.catch(() => undefined);
  }
  await before;
}

function refuse(results: Appended["results"]): void {
  const refused = results.find((r) => r.is !== "accepted" && r.is !== "known");
  if (refused)
    throw new CommandError(
      `Expected this instance's key to be allowed to sign record ${refused.id}, but it was ${refused.is}.`,
    );
}

export function refusal(dir: string, problems: readonly FolderProblem[]): CommandError {
  const lines = problems.map(problemLine).join("\n");
  const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
  const places = problems.some(({ tells }) => tells !== undefined)
    ? `\nTo remove the positions from photos and films: bin/cnd.js import --format ${dir}`
    : "";
  return new CommandError(`${lines}${places}\n${dir} has ${count}; nothing was imported.`);
}
