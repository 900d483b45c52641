/**
 * Pictures and sound that an earlier site still has, of posts that came along without them: fetched, and put where they stood.
 * What somebody wrote in a text since stays.
 */
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { merge } from "../engines/diff/merge.ts";
import { canonicalFiles } from "../platform/folder/canonical.ts";
import type { FolderPart } from "../platform/folder/part.ts";
import { readFolder } from "../platform/folder/read.ts";
import type { Fields, Thing } from "../platform/folder/thing.ts";
import { copyInto, writeInto } from "../platform/folder/write-into.ts";
import type { Outside } from "./outside.ts";
import { openPictures, type Found, type Pictures } from "./pictures.ts";
import { languageOf, settle, withAuthors, type Placed } from "./settle.ts";
import { ArrivalError, type EarlierSite, type LeftOut } from "./site.ts";
import { readSite } from "./source.ts";
import { stoodAt, storyOf, type Story } from "./stories.ts";

interface Late {
  /** The export. */
  readonly from: string;
  /** The campaign folder, as the campaign stands. */
  readonly into: string;
  readonly parts: readonly FolderPart[];
  readonly outside: Outside;
  /** Where the export does not tell it. */
  readonly site?: string;
  /** Where what was fetched lies until it stands in the folder. */
  readonly kept: string;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}
export interface LatePictures {
  /** How many of those that were missing stand where they stood. */
  readonly brought: number;
  readonly of: number;
  readonly missing: readonly LeftOut[];
}

/** A post of which something is missing. */
interface Lacking {
  readonly placed: Placed;
  readonly thing: Thing;
  /** As it comes with what its thing has of it already. */
  readonly was: Story;
  readonly has: Pictures["find"];
  readonly urls: ReadonlySet<string>;
}

/** Writes what changes into the folder. @throws ArrivalError */
export async function bringPictures(late: Late): Promise<LatePictures> {
  const { from, into, parts, outside, progress, signal, kept } = late;
  const read = await readSite(from, outside, signal);
  const site = late.site === undefined ? read : { ...read, base: late.site };
  if (site.base === undefined)
    throw new ArrivalError(
      "unknown-form",
      "The export does not tell where the earlier site is. Write its address into the field, and try again.",
    );
  const folder = await readFolder(into, parts, signal);
  const settled = settle(withAuthors(site), folder, []);
  const turned = { site, language: languageOf(site, folder), ...settled };
  const things = new Map(folder.things.map((one) => [`${one.part.space}/${one.slug}`, one]));
  const lacking: Lacking[] = [];
  for (const placed of settled.posts) {
    const thing = things.get(`${placed.space}/${placed.slug}`);
    if (!thing || placed.isNew || placed.post.draft !== undefined) continue;
    await setImmediate(); // readers come in between
    signal.throwIfAborted();
    const urls = new Set<string>();
    const has = filesOf(thing, into, site);
    const find: Pictures["find"] = async (url, sort) => {
      const found = await has(url, sort);
      if (typeof found === "string") urls.add(url);
      return found;
    };
    const was = await storyOf(placed, { ...turned, names: namesIn(thing), pictures: { find } });
    if (urls.size > 0) lacking.push({ placed, thing, was, has, urls });
  }
  const total = lacking.reduce((sum, { urls }) => sum + urls.size, 0);
  await using pictures = await openPictures({ into, site: site.base, outside, signal, kept });
  const missing: LeftOut[] = [];
  let [done, brought] = [0, 0];
  for (const { placed, thing, was, has, urls } of lacking) {
    let found = 0;
    const find: Pictures["find"] = async (url, sort) => {
      const before = await has(url, sort);
      if (typeof before !== "string") return before;
      const file = await pictures.find(url, sort);
      if (urls.has(url)) progress((done += 1), total);
      if (typeof file === "string") missing.push({ what: url, why: file });
      else found += 1;
      return file;
    };
    const now = await storyOf(placed, { ...turned, names: namesIn(thing), pictures: { find } });
    if (found === 0) continue;
    const changed = withFiles(thing, was, now);
    if (!changed) {
      const why = "its text was changed where they stood; add them by hand";
      missing.push({ what: `${found} files of ${placed.post.name}`, why });
      continue;
    }
    brought += found;
    for (const file of now.files)
      if (file.from !== join(into, file.path)) await copyInto(into, file.path, file.from);
    for (const [path, text] of canonicalFiles([changed])) await writeInto(into, path, text);
  }
  return { brought, of: total, missing };
}

interface Shown {
  readonly name?: string;
  readonly file: string;
  readonly formerly?: readonly string[];
}
const shownIn = ({ fields }: Thing): readonly Shown[] =>
  [(fields["pictures"] ?? []) as Shown[], (fields["cover"] ?? []) as Shown | Shown[]].flat(2);

const namesIn = (thing: Thing): ReadonlyMap<string, string> =>
  new Map(shownIn(thing).flatMap(({ name, file }) => (name === undefined ? [] : [[file, name]])));

/** What a thing shows already, by where it stood on the earlier site. */
function filesOf(thing: Thing, into: string, site: EarlierSite): Pictures["find"] {
  const found = (path: string): Found => ({ path, from: join(into, path) });
  const by = new Map(
    shownIn(thing).flatMap(({ file, formerly = [] }) =>
      formerly.map((old) => [old, file] as const),
    ),
  );
  const film = thing.fields["film"] as { readonly file?: string } | undefined;
  return async (url, sort) => {
    if (sort === "sound") return film?.file === undefined ? "" : found(film.file);
    const file = stoodAt(url, site).flatMap((old) => by.get(old) ?? [])[0];
    return file === undefined ? "" : found(file);
  };
}

/** What the files change in a post is changed in its thing; undefined where somebody changed the same lines. */
function withFiles(thing: Thing, was: Story, now: Story): Thing | undefined {
  const { text: markdown, both } = merge(was.markdown, now.markdown, thing.markdown ?? "");
  if (both > 0) return undefined;
  const known = new Set(shownIn(thing).map(({ name }) => name));
  const fresh = ((now.fields["pictures"] ?? []) as Shown[]).filter(({ name }) => !known.has(name));
  const pictures = [...((thing.fields["pictures"] ?? []) as Shown[]), ...fresh];
  const fields: Fields = {
    ...(now.fields["cover"] !== undefined && { cover: now.fields["cover"] }),
    ...(now.fields["film"] !== undefined && { film: now.fields["film"] }),
    ...thing.fields,
    ...(pictures.length > 0 && { pictures }),
  };
  return { ...thing, fields, markdown };
}
