/** What is held about somebody as a folder to take along: JSON, the files, and a page that opens without a network. Rule HD8. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { whenUsed } from "../../platform/process/when-used.ts";
import { timeIso } from "../../platform/records/clock.ts";
import { unfrozen } from "../../platform/private/freezing.ts";
import type { FoundRow, Held, Holder } from "./found.ts";
import type { Wanted } from "./who.ts";

const OWN = { mode: 0o600 } as const;

/**
 * Write it into a folder that is not there yet, readable by its owner alone.
 * @throws Error EEXIST where something stands there already
 */
export function exportHeld(
  { dir }: Pick<Holder, "dir">,
  held: Held & { readonly wanted: Wanted },
  to: string,
): void {
  mkdirSync(to, { mode: 0o700 });
  for (const [name, text] of textsOf(held)) writeFileSync(join(to, name), text, OWN);
  const files = filesOf(dir, held);
  if (files.length > 0) mkdirSync(join(to, "files"), { mode: 0o700 });
  for (const file of files) copyFileSync(file, join(to, "files", basename(file)));
}

const fflate = whenUsed((from) => from("fflate") as typeof import("fflate"));
const MOST = 100e6; // bytes of files in one answer: more is taken along by the command

/** The files are too large for one answer. */
export class NotTaken extends Error {
  override name = "NotTaken";
}

/** The same as one file. @throws NotTaken */
export function zipOf(
  { dir }: Pick<Holder, "dir">,
  held: Held & { readonly wanted: Wanted },
): Uint8Array {
  if (held.files.filter(isTaken).reduce((sum, { bytes }) => sum + bytes, 0) > MOST)
    throw new NotTaken();
  const texts = textsOf(held).map(([name, text]) => [name, Buffer.from(text)] as const);
  const files = filesOf(dir, held).map(
    (file) => [`files/${basename(file)}`, readFileSync(file)] as const,
  );
  return fflate().zipSync(Object.fromEntries([...texts, ...files]));
}

const textsOf = (held: Held & { readonly wanted: Wanted }): [name: string, text: string][] => {
  const { wanted, ...all } = held;
  const taken = { ...all, rows: all.rows.map(givenOut), persons: wanted.persons };
  return [
    ["holdings.json", `${JSON.stringify(taken, null, 2)}\n`],
    ["index.html", pageOf(taken)],
  ];
};

/**
 * What a row gives out: of the person's own all but what opens something, hashed or not; of anybody else's, and of requests, which
 * anybody may send about anybody, what names the person and nothing beside it.
 */
function givenOut(found: FoundRow): FoundRow {
  const { table, row, hits, isTheirs } = found;
  const its = unfrozen(table, row);
  const said =
    isTheirs && its.table !== "rights_request"
      ? Object.entries(its.row).filter(([column]) => !OPENS.test(column))
      : hits.filter(({ isExact }) => !isExact).map(({ at }) => [at, valueAt(its.row, at)] as const);
  return { ...found, row: Object.fromEntries(said) as FoundRow["row"] };
}
const OPENS = /(?:^|_)(?:hash|code|secret|token|pin|password|key|credential|publicKey)(?:_|$)/;

/** What stands at `about.people[0]` of a row whose columns may hold JSON. */
function valueAt(row: FoundRow["row"], at: string): unknown {
  let value: unknown = row;
  for (const step of at.match(/[^.[\]]+/g) ?? []) {
    if (typeof value === "string" && /^\s*[[{]/.test(value)) value = JSON.parse(value) as unknown;
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  }
  return typeof value === "string" ? value : "…";
}

const isTaken = ({ sort }: Held["files"][number]): boolean => sort === "media" || sort === "upload";
const filesOf = (dir: string, { files }: Held): string[] =>
  files
    .filter(isTaken)
    .map(({ path }) => join(dir, path))
    .filter(existsSync);

/** Everything, as somebody reads it who knows nothing of this program. */
export function pageOf({ records, rows, files, made, backups, told }: Held): string {
  const section = (title: string, all: readonly string[]) =>
    all.length === 0 ? "" : `<h2>${title} (${all.length})</h2>\n${all.join("\n")}\n`;
  const list = (title: string, all: readonly string[]) =>
    section(
      title,
      all.length === 0 ? [] : [`<ul>${all.map((one) => `<li>${one}</li>`).join("")}</ul>`],
    );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'">
<title>What is held about you</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere;white-space:pre-wrap}article{border-block-start:1px solid;padding-block:.5rem}</style>
<h1>What is held about you</h1>
<p>The same stands in holdings.json, for programs. Your files lie in the folder files.</p>
${section(
  "Said in public, about you or with your name in it",
  records.map(({ kind, at, isOwn, isWaiting, body }) =>
    article(
      `${isOwn ? "About you" : "You are named"}${isWaiting ? ", not public" : ""}: ${kind}, ${dayOf(at)}`,
      body,
    ),
  ),
)}${section(
    "Not public",
    rows.map(({ table, isTheirs, row }) =>
      article(`${isTheirs ? "Yours" : "You are named"}: ${table}`, row),
    ),
  )}${list(
    "Files",
    files.map(({ sort, path, bytes }) =>
      isTaken({ sort, path, bytes })
        ? `<a href="files/${escaped(basename(path))}">${escaped(basename(path))}</a>, ${bytes} bytes`
        : `${escaped(path)}, ${bytes} bytes`,
    ),
  )}${list(
    "Made from it",
    made.map(({ table, rows: n }) => `${escaped(table)}: ${n}`),
  )}${list(
    "Backups that hold it",
    backups.map(
      ({ file, until }) =>
        `${escaped(file)}, ${until === undefined ? "until somebody deletes it" : `until ${until}`}`,
    ),
  )}${list("Servers that were sent it", told.servers.map(escaped))}${list(
    "Mails to readers that told of it, at most",
    told.mails > 0 ? [`${told.mails}`] : [],
  )}</html>
`;
}

function article(title: string, of: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(of).filter(([, value]) => value !== null && value !== "");
  const text = (value: unknown) =>
    typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return `<article><h3>${escaped(title)}</h3><dl>${said
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(text(value))}</dd>`)
    .join("")}</dl></article>`;
}

const dayOf = (at: string): string => timeIso(at).slice(0, 10);
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
