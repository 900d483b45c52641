/**
 * Somebody leaves a story in which others stand: what is theirs goes as it does when a story is taken back, and the others' words stay,
 * as a draft of which nobody but the desk and they know. Rule T22.
 */
import { randomBytes } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import type { StoredMedia } from "../../platform/folder/fields.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { storiesBySubject, storyFolder } from "../stories/api.ts";
import { askDrafts, SENT_IN, type DraftFile } from "../stories/model.ts";
import { addressOf, isTold, ownerOfDraft } from "./agreed.ts";
import type { Asked, Named } from "./form.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { askUploads } from "./private/uploads.ts";
import { joined, withoutLeaver, type Leaver } from "./rest-text.ts";

/** Who goes and who stays, of the consents to one story. */
export interface Parting {
  readonly goes: readonly ConsentRow[];
  readonly stays: readonly ConsentRow[];
  /** The code of whoever sent it, where that person stays, too. */
  readonly sender: ConsentRow | undefined;
}

/** The draft that is left, and who agrees to be in it, to be kept once the rest is gone (`keepRest`). */
export interface Rest {
  readonly draft: string;
  readonly rows: readonly Omit<ConsentRow, "subject">[];
  /** Those in whose place they stand. */
  readonly before: readonly ConsentRow[];
}

const askedIn = ({ about }: Pick<ConsentRow, "about">): Asked => JSON.parse(about) as Asked;
/** At the desk, and in the text. */
const namesOf = (row: ConsentRow): string[] => [askedIn(row).name, namedIn(row)?.name ?? ""];
const namedIn = (row: ConsentRow): Named | undefined => askedIn(row).as;

/** Who is in it beside whoever goes, by the addresses under which the draft names them. @param isGoing of the row by which it is asked */
export function partingOf(
  rows: readonly ConsentRow[],
  isGoing: (row: ConsentRow) => boolean,
): Parting {
  const gone = new Set(rows.filter(isGoing).flatMap((row) => namedIn(row)?.slug ?? []));
  const goes = (row: ConsentRow) => isGoing(row) || gone.has(namedIn(row)?.slug ?? "");
  const stays = rows.filter((row) => row.n >= 0 && !goes(row) && namedIn(row) !== undefined);
  const sender = rows.find((row) => row.n < 0 && stays.some((one) => isTeller(one, row)));
  return { goes: rows.filter(goes), stays, sender };
}

/** Whether it is the story of this person that was sent under that code. */
const isTeller = ({ owner, n }: ConsentRow, sender: ConsentRow | undefined): boolean =>
  n === 0 && owner === sender?.owner;

interface Offering extends Parting {
  /** The address of the draft or the story. */
  readonly slug: string;
  /** What the log says of it. */
  readonly own?: string | undefined;
  /** Where whoever sent it stays: how they can be reached. */
  readonly contact: string | null;
  /** People whom another story names: they keep the address under which it does. */
  readonly elsewhere: ReadonlySet<string>;
  /** Random, and the same however often it is asked: the draft is known by it. */
  readonly part: string;
  /** What the log knows beside the consents: of whoever leaves, and the names of those who stay. */
  readonly known?: Pick<Leaver, "slugs" | "names"> & { readonly stays: readonly string[] };
}

/** Before anything goes. If the machine stops on the way, asked again it makes the same draft. */
export async function offerRest(
  desk: Pick<Desk, "speaker" | "private">,
  { slug, own, goes, stays, sender, contact, elsewhere, part, known: also }: Offering,
): Promise<Rest | undefined> {
  const drafts = askDrafts(desk.private);
  const named = { kind: "story" as const, slug: `story-${part}`, lang: "" };
  const old = await drafts.find({ ...named, slug });
  const source = old === undefined ? undefined : await drafts.get(old);
  const known = await drafts.find(named);
  const made = known === undefined ? undefined : await drafts.get(known); // before the machine stopped
  const written = made?.text ?? source?.text ?? (own && (await writtenOf(desk, own)));
  if (!written) return undefined;
  const files = await filesOf(desk, old, own);
  const renamed = new Map<string, string>();
  for (const row of stays) {
    const { slug: was } = namedIn(row)!;
    if (isTold(was) && !elsewhere.has(was) && !renamed.has(was))
      renamed.set(was, addressOf(part, renamed.size));
  }
  const shown = new Set(goes.flatMap((row) => askedIn(row).files));
  const leaver = {
    slugs: new Set([...(also?.slugs ?? []), ...goes.flatMap((row) => namedIn(row)?.slug ?? [])]),
    names: [...(also?.names ?? []), ...goes.filter(({ n }) => n >= 0).flatMap(namesOf)],
    files: shown,
  };
  const names = [...(also?.stays ?? []), ...stays.flatMap(namesOf)];
  const text = withoutLeaver(written, leaver, { stays: names, renamed });
  const draft = known ?? (await drafts.create({ ...named, text, by: SENT_IN }));
  for (const file of files.filter(({ name }) => text.includes(name)))
    await drafts.addFile({ id: draft, ...file });
  const reach = sender ? contact : null;
  await askConsents(desk.private).offer({ draft, since: dayAt(timeNow()), contact: reach });
  const before = [...(sender ? [sender] : []), ...stays];
  const rows = before.map((row, i) => {
    const n = row === sender ? row.n : isTeller(row, sender) ? 0 : i + 1;
    return staying(row, n, { draft, renamed, shown });
  });
  return { draft, rows, before };
}

/** One who stays: the same consent with the same code, for the draft that is left, and said nowhere. */
function staying(
  row: ConsentRow,
  n: number,
  {
    draft,
    renamed,
    shown,
  }: {
    readonly draft: string;
    readonly renamed: ReadonlyMap<string, string>;
    readonly shown: ReadonlySet<string>;
  },
): Omit<ConsentRow, "subject"> {
  const { as, files, ...asked } = askedIn(row);
  const { story: _, ...named } = as ?? { slug: "", name: "", draft };
  const about = {
    ...asked,
    n,
    ...(as && {
      files: files.filter((file) => !shown.has(file)),
      as: { ...named, slug: renamed.get(named.slug) ?? named.slug, draft },
    }),
  };
  const { code, given } = row;
  const random = () => randomBytes(16).toString("hex");
  return {
    id: random(),
    owner: ownerOfDraft(draft),
    n,
    about: JSON.stringify(about),
    salt: random(),
    code,
    given,
  };
}

/** Once nothing of it is public any more: from now on their codes lead to the draft. */
export async function keepRest(
  { private: ask }: Pick<Desk, "private">,
  { draft, rows, before }: Rest,
): Promise<void> {
  const kept = new Set(rows.flatMap((row) => askedIn(row).proof ?? []));
  for (const owner of new Set(before.map((row) => row.owner))) {
    const all = await askUploads(ask).of(owner);
    await askUploads(ask).drop(all.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
    await askUploads(ask).give({ from: owner, to: ownerOfDraft(draft) });
  }
  await askConsents(ask).stay({ gone: before.map(({ id }) => id), rows });
}

/** The file of a story of which the desk has no draft any more, as far as words and pictures go. */
async function writtenOf(
  { speaker }: Pick<Desk, "speaker">,
  own: string,
): Promise<string | undefined> {
  return speaker.snapshot(async (db) => {
    const story = (await storiesBySubject(db, [own])).get(own);
    if (!story) return undefined;
    const { title, summary, language, category, published, markdown } = story;
    const people = [...(await slugsOf(db, story.people ?? [])).values()];
    const media = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(media)
        : typeof value !== "object" || value === null
          ? value
          : "media" in value && "name" in value
            ? value.name
            : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, media(one)]));
    const shown = Object.fromEntries(
      (["cover", "film", "sign", "pictures"] as const).flatMap((field) =>
        story[field] === undefined ? [] : [[field, media(story[field])]],
      ),
    );
    const fields = { title, summary, language, category, published, people, ...shown };
    return joined(fields, markdown);
  });
}

/** What its text may name: files of the draft, and those that the log names. */
async function filesOf(
  { speaker, private: ask }: Pick<Desk, "speaker" | "private">,
  draft: string | undefined,
  own: string | undefined,
): Promise<DraftFile[]> {
  const kept = draft === undefined ? [] : await askDrafts(ask).files(draft);
  if (own === undefined) return kept;
  const story = (await speaker.snapshot((db) => storiesBySubject(db, [own]))).get(own);
  const told = storyFolder.media
    .flatMap((pattern) => valuesAt(story, pattern))
    .map(({ value }) => value as StoredMedia)
    .map(({ name, media, bytes, width = null, height = null }) => ({
      name,
      media,
      bytes,
      width,
      height,
    }));
  const names = new Set(kept.map(({ name }) => name));
  return [...kept, ...told.filter(({ name }) => !names.has(name))];
}
