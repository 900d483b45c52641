/** What somebody typed becomes what the log says, exactly as an import of the thing's file would say it. Rule KO3 of README.md. */
import { nameIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import { bodyOf, readFields, sayOne } from "../../platform/folder/one-file.ts";
import type { FieldProblem, FolderPart } from "../../platform/folder/part.ts";
import type { Fields } from "../../platform/folder/thing.ts";
import { comparable } from "../../platform/folder/speech.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { appendSigned, batchOf } from "../../platform/sent/speaker.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { askedOf } from "./form/asked.ts";
import { libraryFiles } from "./library.ts";
import { askContent } from "./private.ts";
import { shortName } from "../../platform/addresses/short-name.ts";
import {
  aroundFields,
  fieldsOf,
  filesNamed,
  isGone,
  standingAt,
  versionOf,
  type Standing,
} from "./things.ts";
import { inTurn } from "./turn.ts";

export interface Saving {
  readonly part: FolderPart;
  /** Of what is changed; none where it is made. */
  readonly slug?: string | undefined;
  /** What its form was made from. */
  readonly base: string;
  /** As its form has them. */
  readonly fields: Fields;
  readonly frame: Frame;
  /** The name of whoever saves. */
  readonly by: string;
}
export type Saved =
  | { readonly slug: string; readonly subject: string; readonly isNew: boolean }
  | { readonly problems: readonly FieldProblem[] }
  /** Somebody else saved meanwhile. */
  | { readonly conflict: Standing };

/** In turn: of two that ask for one address, the second finds it taken. */
export const saveThing = (serving: Serving, saving: Saving): Promise<Saved> =>
  inTurn(() => save(serving, saving));

async function save(serving: Serving, saving: Saving): Promise<Saved> {
  const { part, base, frame, by } = saving;
  const asked = askedOf(part)?.close(saving.fields);
  if (asked && asked.problems.length > 0) return { problems: asked.problems };
  const fields = asked?.fields ?? saving.fields;
  const { speaker, instance } = serving;
  const ask = askContent(instance.log.private);
  const named = filesNamed(part, fields);
  const library = named.length === 0 ? [] : await speaker.snapshot((db) => libraryFiles(db, "en"));
  const added = await ask.files(named);
  const files = [...library.filter(({ name }) => named.includes(name)), ...added];
  const read = await speaker.snapshot(async (db) => {
    const found = saving.slug === undefined ? undefined : await standingAt(db, part, saving.slug);
    const { slug, standing, isSame } = found
      ? { slug: found.slug, standing: found, isSame: false }
      : await freeSlug(db, part, saving.fields);
    const around = await aroundFields(
      db,
      { part, known: standing?.known },
      { fields, frame, files },
    );
    const { markdown, ...own } = fields;
    const { thing, problems } = readFields(
      part,
      {
        slug,
        fields: withSlug(part, own, slug),
        ...(typeof markdown === "string" && { markdown }),
      },
      around,
    );
    return { slug, standing, isSame, around, thing, problems };
  });
  const { slug, around, thing, problems } = read;
  if (!thing || problems.length > 0) return { problems };
  const { standing, isSame } = read;
  if (standing && isSame) return { slug, subject: standing.subject, isNew: false };
  if (standing && base !== versionOf(standing)) {
    const isAlike = comparable(bodyOf(thing, around)) === comparable(standing.known.body ?? {});
    if (!isAlike || isGone(standing)) return { conflict: standing };
  }
  const batch = batchOf(speaker);
  const odd = sayOne(batch, thing, around, standing?.known);
  if (odd.length > 0)
    return { problems: odd.map(({ field, message }) => ({ at: placeIn(field), message })) };
  const subject = standing?.subject ?? batch.records[0]!.id;
  if (added.length > 0) await ask.shown({ subject, names: named }); // first: whatever comes after it, an erasure finds them
  await appendSigned(speaker, batch.records);
  await ask.changed(batch.records.map(({ id }) => ({ record: id, subject, author: by })));
  return { slug, subject, isNew: standing === undefined };
}

const placeIn = (field: string): string =>
  field.replace(/^(?:features)?\[\d+\]\.?/, "").replaceAll(/\[(\d+)\]/g, ".$1");

/** In these files the slug stands among the fields. */
const withSlug = ({ form }: FolderPart, fields: Fields, slug: string): Fields =>
  form === "yaml-list" || form === "geojson" ? { ...fields, id: slug } : fields;

/** These are addresses of the site and of the desk. */
const RESERVED = new Set(["new", "feed"]);

/** An address that nothing has had, made of its name; or what stands there with these very words: it was sent twice. */
async function freeSlug(
  db: Db,
  part: FolderPart,
  fields: Fields,
): Promise<{ slug: string; standing?: Standing; isSame: boolean }> {
  const base = shortName(nameIn(fields) ?? "") || part.space.slice(0, -1);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base.slice(0, 74)}-${n}`;
    if (RESERVED.has(slug)) continue;
    const standing = await standingAt(db, part, slug);
    if (!standing) return { slug, isSame: false };
    const said = await fieldsOf(db, standing);
    const { id: _, ...words } = said ?? {};
    if (said && !isGone(standing) && essence(words) === essence(fields))
      return { slug, standing, isSame: true };
  }
}

const essence = (fields: Fields): string => comparable(fields as JsonObject);
