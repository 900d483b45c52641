/** `cnd person`: what is held about somebody, everywhere; taken along, frozen, erased. */
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { KEPT_UNSENT } from "../features/contributions/bounds.ts";
import { openUploads } from "../features/contributions/store.ts";
import {
  eraseHeld,
  exportHeld,
  findHeld,
  hindering,
  isNothing,
  placesOf,
  receiptText,
  restrictHeld,
  Several,
  type Held,
  type Holder,
  type Wanted,
} from "../features/holdings/api.ts";
import { folderParts } from "../folder-parts.ts";
import { privateParts, registry } from "../models.ts";
import { besideData } from "../platform/process/data-folder.ts";
import { keepWithdrawn } from "../platform/process/kept.ts";
import { timeNow } from "../platform/process/steady-clock.ts";
import type { Desk } from "../platform/sent/desk.ts";
import { Refusal } from "../platform/sent/refusal.ts";
import {
  CommandError,
  dataDir,
  openExisting,
  switches,
  withLog,
  type Noted,
  type Settings,
} from "./context.ts";

export const help = `cnd person find WHO… [--same] [--json]
List what is held about a person: records, including those of others that name the person, private rows, uploads, files,
kept pages, the search index, backups, the servers it was sent to, and how many readers it was emailed to. WHO is a name, an
email address or phone number, an address (/authors/SLUG), an id, or a code from a card. You can give several for one person.
If several people share a name, they are listed with what tells them apart: give the id of the one you mean. With --same,
everyone with that name outside the log is this one person.

cnd person export WHO… --to FOLDER [--same]
Write all of it to a new folder: JSON, the files, and a page that opens offline.

cnd person restrict WHO… [--same] [--lift]
Freeze a person's data: it is kept, but shown nowhere, sent nowhere and used for nothing, until --lift. Private rows of their
own are set aside; desk accounts, requests and the trail stay.

cnd person erase WHO… [--same] [--yes] [--receipt FILE]
Permanently erase the person from all of it. It first shows what will go and asks; --yes does not ask. What others said
stays, without the name. The receipt says what went and what remains, and contains no name.`;

/** What else keeps somebody hidden who is frozen no more. */
const ELSE: Readonly<Record<string, string>> = {
  objection: "an objection awaits a decision (/desk/rights)",
  restore: "a restore could not tell who withdrew, and nobody has checked yet (/desk/run/restored)",
};

const letGo = (holds: ReadonlySet<string>): string =>
  holds.size === 0
    ? "Unfrozen: shown as before."
    : `Unfrozen, but still shown nowhere: ${[...holds].map((one) => ELSE[one] ?? one).join("; ")}.`;

const HINDERS = {
  unborne:
    "Nobody here has this name: it appears only in what others wrote, and may be an ordinary word. Edit those texts, or add --same if it means this person everywhere. Nothing was changed.",
  openAccount:
    "This person's account at the desk is open. Close it first: cnd account close. Nothing was erased.",
};
const VERBS: readonly string[] = ["find", "export", "restrict", "erase"];

type Found = Held & { readonly wanted: Wanted };

export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { on, of, rest } = switches(
    "person",
    args,
    ["same", "json", "yes", "lift"],
    ["receipt", "to"],
  );
  const [verb, ...who] = rest;
  if (!VERBS.includes(verb ?? "") || who.length === 0)
    throw new CommandError(`Expected cnd person ${VERBS.join("|")} WHO…. See cnd person --help`);
  if (verb === "export" && of.to === undefined)
    throw new CommandError(
      "Expected a folder that does not exist yet: cnd person export WHO --to FOLDER",
    );
  await withHolder(settings, async (holder, desk) => {
    const found = await findHeld(holder, who, on.has("same"));
    if (found instanceof Refusal) throw new CommandError(found.why);
    if (found instanceof Several) throw new CommandError(whichOne(found));
    if (isNothing(found)) throw new CommandError("We found nothing here about this person.");
    tell({ detail: verb! });
    if (verb === "find") return console.log(on.has("json") ? asJson(found) : asText(found));
    if (verb === "export") {
      exportHeld(holder, found, of.to!);
      return console.log(`Written to ${of.to}: open index.html in it.`);
    }
    const hinders = hindering(found, verb as "erase" | "restrict");
    if (hinders !== undefined) throw new CommandError(HINDERS[hinders]);
    if (verb === "restrict") {
      const how = { now: timeNow(), isLifted: on.has("lift") };
      const { people, rows, holds } = await restrictHeld(desk, found, how);
      if (people + rows === 0)
        throw new CommandError(
          `This person has no data of their own to be ${how.isLifted ? "unfrozen" : "frozen"}: nothing was changed.`,
        );
      const counts = `${people} in public records, ${rows} private rows`;
      return console.log(
        how.isLifted
          ? `${letGo(holds)} (${counts})`
          : `Frozen: kept, shown nowhere and used for nothing (${counts}).`,
      );
    }
    if (!on.has("yes") && !(await isSure(found))) return console.log("Nothing was erased.");
    const receipt = await eraseHeld(
      {
        desk,
        holder,
        now: timeNow,
        forms: { kinds: registry.kinds, parts: folderParts },
        sweep: () => openUploads(holder.dir, desk.private, timeNow).sweep(timeNow() - KEPT_UNSENT),
      },
      found.wanted,
      found,
    );
    if (of.receipt !== undefined)
      writeFileSync(of.receipt, `${JSON.stringify(receipt, null, 2)}\n`, { mode: 0o600 });
    console.log(receiptText(receipt));
  });
}

async function withHolder(
  settings: Settings,
  work: (holder: Holder, desk: Desk) => Promise<void>,
): Promise<void> {
  const dir = dataDir(settings);
  await using reader = await openExisting(settings, dir);
  const { withdrawn } = besideData(dir);
  await withLog(settings, async (log) => {
    const { snapshot, folder } = reader;
    const desk: Desk = {
      speaker: { key: folder.keys.owner, snapshot, append: (records) => log.append(records) },
      private: log.private,
      keepWithdrawn: (hash) => keepWithdrawn(withdrawn, hash),
    };
    const { secrets } = folder.keys;
    await work({ snapshot, private: log.private, parts: privateParts, dir, secrets }, desk);
  });
}

const whichOne = ({ candidates }: Several): string =>
  [
    `Expected one person, found ${candidates.length} possible matches. Give the id of one:`,
    ...candidates.map(({ id, about }) => `  ${id}  ${about}`),
  ].join("\n");

function asText(found: Found): string {
  const { records, rows, made, files, backups, told } = found;
  const lines = [
    ...records.map(({ id, kind, isOwn, isWaiting, hits }) =>
      [
        isWaiting ? "waiting" : isOwn ? "record" : "named in",
        kind,
        id,
        hits.map(({ at }) => at).join(" "),
      ].join("\t"),
    ),
    ...rows.map(({ id, isTheirs, hits }) =>
      [isTheirs ? "row" : "named in row", id, hits.map(({ at }) => at).join(" ")].join("\t"),
    ),
    ...made.map(({ table, rows: n }) => `table\t${table}\t${n}`),
    ...files.map(({ sort, path, bytes }) => `${sort}\t${path}\t${bytes} B`),
    ...backups.map(({ file, until }) => `backup\t${file}\t${until ?? "until somebody deletes it"}`),
    ...told.servers.map((host) => `told\t${host}`),
    ...(told.mails > 0 ? [`mailed\t${told.mails} at most`] : []),
  ];
  const shared = found.wanted.isShared
    ? [
        "Others share this name: data with the name alone is not listed, and is left alone. With --same it is this person's.",
      ]
    : [];
  return [...lines, ...shared].join("\n");
}

const asJson = (found: Found): string =>
  JSON.stringify({ ...found, wanted: { persons: found.wanted.persons } }, null, 2);

async function isSure(found: Found): Promise<boolean> {
  console.log("This will be erased permanently, and what others said loses the name:");
  for (const [place, n] of Object.entries(placesOf(found))) console.log(`  ${place}: ${n}`);
  if (!process.stdin.isTTY)
    throw new CommandError(
      "There is no terminal to ask for confirmation. Check what will be erased, then add --yes.",
    );
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question("Erase all of it? (yes/no) ");
  ask.close();
  return answer.trim().toLowerCase() === "yes";
}
