/** `cnd import-data FILE.csv`: somebody else's table becomes a dataset; whole or not at all. */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { CsvError } from "../engines/csv/csv.ts";
import { checkRows, ROW_KINDS, type Dataset } from "../features/datasets/api.ts";
import { datasetFolder } from "../features/datasets/folder.ts";
import type { Db } from "../platform/db/store.ts";
import { knownThings } from "../platform/folder/folder-log.ts";
import { fieldName, found, misfits } from "../platform/folder/problem.ts";
import { openSpeech } from "../platform/folder/speech.ts";
import { batchOf } from "../platform/sent/speaker.ts";
import { thingsIn } from "../platform/log/reading.ts";
import { MAX_MEDIA, openMedia } from "../platform/media/media.ts";
import { progressBar } from "../platform/process/progress.ts";
import type { JsonObject } from "../platform/records/jcs.ts";
import {
  CommandError,
  dataDir,
  openExisting,
  openLocked,
  openRunning,
  switches,
  type Settings,
} from "./context.ts";
import { appendAll, type Target } from "./import.ts";

export const help = `cnd import-data FILE.csv --kind KIND --title TITLE --source URL --licence LICENCE --date DATE
Import a table of comma-separated values (UTF-8, the first row names the columns) as a dataset. If any row does not
fit, its line is listed and nothing is imported. Importing the same table again adds nothing.
  --kind KIND            country-indicator: country, date, value
                         tiles: quadkey, avg_d_kbps, avg_u_kbps, avg_lat_ms, tests, devices
                         schools: name, lat, lon; optionally, id and connectivity
  --map FIELD=COLUMN,…   the columns, if their names differ from the fields
  --title TITLE          what it shows, in one line
  --source URL           where it comes from; --source-title and --publisher name its owner
  --licence LICENCE      CC BY 4.0, for example
  --date DATE            the day, month or year that the data describe; --retrieved DAY
  --unit UNIT            what a country-indicator's value counts: % of people, people who …
  --note NOTE            what a reader should know about it
  --slug SLUG            its address; by default, the file's name
  --skip-bad             import the rows that fit; the dataset says how many were left out`;

const TEXTS = [
  "kind",
  "map",
  "title",
  "source",
  "source-title",
  "publisher",
  "licence",
  "date",
  "retrieved",
  "unit",
  "note",
  "slug",
] as const;
type Said = Readonly<Partial<Record<(typeof TEXTS)[number], string>>>;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of: said, rest } = switches("import-data", args, ["skip-bad"], TEXTS);
  const [file, ...others] = rest;
  if (file === undefined || others.length > 0)
    throw new CommandError("Expected one file of comma-separated values: cnd import-data FILE.csv");
  const described = await describe(file, said);
  const { rows, leftOut, hash } = await read(file, described, on.has("skip-bad"));
  const fields = { ...described, rows, ...(leftOut > 0 && { leftOut }) };
  const data = dataDir(settings);
  await using reader = await openExisting(settings, data); // a campaign comes first
  const { folder, snapshot } = reader;
  const slug = said.slug ?? slugOf(file);
  const say = (target: Target) => importTable({ target, file, slug, fields, hash });
  const instance = await openLocked(settings, data, "campaign");
  if (instance) {
    await using opened = instance;
    return await say(opened);
  }
  using running = await openRunning(data);
  await say({ folder, snapshot, media: openMedia(folder.media), log: running });
}

/** What the record will say, but for what the file itself tells. */
async function describe(file: string, said: Said) {
  const { kind, title, source, licence, date, retrieved, unit, note, publisher } = said;
  const fields = {
    title,
    kind,
    ...(unit !== undefined && { unit }),
    source: {
      title: said["source-title"] ?? title,
      url: source,
      ...(publisher !== undefined && { publisher }),
    },
    licence,
    date,
    ...(retrieved !== undefined && { retrieved }),
    file: `media/${slugOf(file)}.csv`,
    mapping: mappingOf(kind, said.map),
    rows: 0,
    ...(note !== undefined && { note }),
  };
  const option = (path: string) =>
    `--${path === "source.url" ? "source" : path.replace("source.title", "source-title").replace(/^(source\.|mapping\.?)/, "")}`;
  const [wrong] = misfits(datasetFolder.schema, fields);
  if (wrong) throw new CommandError(`${option(fieldName(wrong.path))}: ${wrong.message}`);
  datasetFolder.check?.(fields, (field, message) => {
    throw new CommandError(`${option(field)}: ${message}`);
  });
  const size = await stat(file).catch(() => undefined);
  if (!size?.isFile()) throw new CommandError(`Expected a file at ${file}, found none.`);
  return fields as unknown as Omit<Dataset, "file"> & { file: string };
}

/** `country=iso3,value=pct`; a field that is not named is called as its column is. */
function mappingOf(kind: string | undefined, map: string | undefined): Record<string, string> {
  const names = ROW_KINDS[kind as Dataset["kind"]]?.map(({ name }) => name as string) ?? [];
  const mapping = new Map<string, string>(
    names.filter((name) => name !== "id" && name !== "connectivity").map((name) => [name, name]),
  );
  for (const pair of map?.split(",") ?? []) {
    const [field = "", column = ""] = pair.split(/=(.*)/s);
    if (column === "" || (names.length > 0 && !names.includes(field)))
      throw new CommandError(
        `--map: expected FIELD=COLUMN with one of the fields ${names.join(", ")}, found ${found(pair)}`,
      );
    mapping.set(field, column);
  }
  return Object.fromEntries(names.flatMap((n) => (mapping.has(n) ? [[n, mapping.get(n)!]] : [])));
}

/** Read the whole file before anything is kept. @throws CommandError when not all of it fits */
async function read(
  file: string,
  dataset: Pick<Dataset, "kind" | "mapping">,
  skipBad: boolean,
): Promise<{ rows: number; leftOut: number; hash: string }> {
  const { size } = await stat(file);
  const bar = progressBar("Reading");
  const digest = createHash("sha256");
  try {
    const { good, bad, problems } = await checkRows(
      counted(file, { size, digest, report: bar.report }),
      dataset,
    );
    const lines = problems.map(({ line, problem }) => `${file}:${line}: ${problem}`);
    if (bad > problems.length) lines.push(`… and ${bad - problems.length} more`);
    if (good === 0)
      lines.push(`Expected rows that fit in ${file}, found none; nothing was imported.`);
    else if (bad > 0 && !skipBad)
      lines.push(
        `${bad} of ${good + bad} rows do not fit; nothing was imported. Add --skip-bad to import the other ${good}.`,
      );
    if (good === 0 || (bad > 0 && !skipBad)) throw new CommandError(lines.join("\n"));
    for (const line of lines) console.error(line);
    return { rows: good, leftOut: bad, hash: digest.digest("hex") };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CommandError(`${file}:${error.line}: ${error.message}; nothing was imported.`, {
      cause: error,
    });
  } finally {
    bar.end();
  }
}

async function* counted(
  file: string,
  of: {
    readonly size: number;
    readonly digest: Hash;
    readonly report: (done: number, total: number) => void;
  },
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    if ((done += chunk.length) > MAX_MEDIA)
      throw new CommandError(
        `Expected a file of at most ${MAX_MEDIA} bytes, found more in ${file}.`,
      );
    of.digest.update(chunk);
    of.report(done, of.size);
    yield chunk;
  }
}

/** The file is kept first, then one append says the dataset and its address. */
async function importTable(of: {
  readonly target: Target;
  readonly file: string;
  readonly slug: string;
  readonly fields: Omit<Dataset, "file"> & { readonly file: string };
  /** Of the bytes that were checked. */
  readonly hash: string;
}): Promise<void> {
  const { target, file, slug, fields, hash } = of;
  const log = {
    things: (space: string, kinds: readonly string[]) =>
      target.snapshot((db: Db) => thingsIn(db, space, kinds)),
  };
  const before = (await knownThings(log, datasetFolder)).get(slug);
  const stored = await target.media.put(file);
  if (!stored.media.startsWith(hash))
    throw new CommandError(`Expected ${file} to stay unchanged during the import, but it changed.`);
  const body = { ...fields, file: { ...stored, name: fields.file } } as unknown as JsonObject;
  const speech = openSpeech(batchOf({ key: target.folder.keys.owner }), 2);
  const thing = {
    part: datasetFolder,
    slug,
    file,
    base: [],
    fields,
    translations: [],
    lineOf: () => 1,
  };
  const { change } = speech.thing(thing, body, before);
  await appendAll(target.log, speech.close());
  const left = fields.leftOut === undefined ? "" : `, ${fields.leftOut} left out`;
  console.log(`Imported ${file} as ${slug}: ${fields.rows} rows${left} (${change}).`);
}

const slugOf = (file: string): string =>
  basename(file, extname(file))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80) || "dataset";
