/** What an earlier site holds comes into a campaign folder, to be read, mended and then imported. */
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { canonicalFiles, type Writable } from "../platform/folder/canonical.ts";
import { initFolder } from "../platform/folder/init.ts";
import type { FolderPart } from "../platform/folder/part.ts";
import { fieldName, misfits, problemLine } from "../platform/folder/problem.ts";
import { readFolder, type Folder } from "../platform/folder/read.ts";
import { writeInto } from "../platform/folder/write-into.ts";
import { slugFrom } from "./addresses.ts";
import { draftPart, draftsIn } from "./drafts.ts";
import type { Outside } from "./outside.ts";
import { openPictures, type Found, type Pictures } from "./pictures.ts";
import { reportOf, type Counts } from "./report.ts";
import { canonicalTag, languageOf, settle, withAuthors, type Settled } from "./settle.ts";
import { ArrivalError, isSite, type EarlierSite, type LeftOut } from "./site.ts";
import { readSite } from "./source.ts";
import { storyOf, type Story } from "./stories.ts";

interface Arrival {
  /** A file or an address. */
  readonly from: string;
  /** The campaign folder; made when there is none. */
  readonly into: string;
  readonly parts: readonly FolderPart[];
  /** The folder with the site's files. */
  readonly media?: string;
  /** Fetch pictures from the site. */
  readonly fetch?: boolean;
  /** How whatever is fetched is asked for. */
  readonly outside: Outside;
  /** Where the export does not tell it: `https://old.example.org`. */
  readonly site?: string;
  readonly dryRun?: boolean;
  readonly today: string;
  /** Is there a page of this system at the path, which then wins over an old address? */
  readonly isOurs: (path: string) => boolean;
  readonly progress?: (done: number, total: number) => void;
  /** Ends it; what lies in the folder by then is begun again. */
  readonly signal?: AbortSignal;
}

export interface Arrived {
  readonly counts: Counts;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
  /** How many stories have something to be looked at. */
  readonly noted: number;
  /** The report's path in the folder; absent after a dry run, or when nothing is new. */
  readonly report?: string;
}

/** Read the site, and write what is new of it into the folder. @throws ArrivalError */
export async function bringOver(arrival: Arrival): Promise<Arrived> {
  const { from, dryRun = false, parts } = arrival;
  if (arrival.site !== undefined && !isSite(arrival.site))
    throw new ArrivalError(
      "unknown-form",
      `Expected the address of a site such as https://old.example.org, got ${String(arrival.site)}.`,
    );
  const read = await readSite(from, arrival.outside, arrival.signal);
  const site = arrival.site === undefined ? read : { ...read, base: arrival.site };
  if (arrival.fetch && site.base === undefined)
    throw new ArrivalError(
      "unknown-form",
      "Expected the address of the earlier site to fetch pictures from: --site https://…",
    );
  const isNew = ((await readdir(arrival.into).catch(() => [])) as string[]).length === 0;
  const draft = isNew ? await mkdtemp(join(tmpdir(), "cnd-arrival-")) : undefined;
  const into = draft ?? arrival.into;
  try {
    if (isNew) await newFolder(into, site, arrival);
    const folder = await readFolder(into, parts, arrival.signal);
    if (folder.problems.length > 0)
      throw new ArrivalError(
        "bad-folder",
        `${folder.problems.slice(0, 10).map(problemLine).join("\n")}\nExpected a folder without mistakes in ${arrival.into}; nothing was written.`,
      );
    await using pictures = await openPictures({
      into: arrival.into,
      ...(arrival.media !== undefined && { folder: arrival.media }),
      ...(arrival.fetch && site.base !== undefined && { site: site.base }),
      outside: arrival.outside,
      signal: arrival.signal,
    });
    const converted = await convert(folder, site, { ...arrival, pictures });
    if (dryRun || converted.stories.length === 0) return converted;
    if (isNew) await newFolder(arrival.into, site, arrival);
    return { ...converted, report: await write(folder, site, arrival, converted) };
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

interface Converted extends Arrived {
  readonly settled: Settled;
  readonly stories: readonly (Story & { readonly name: string; readonly path: string })[];
  readonly files: readonly Found[];
}

async function convert(
  folder: Folder,
  site: EarlierSite,
  arrival: Arrival & { readonly pictures: Pictures },
): Promise<Converted> {
  const { parts, isOurs, pictures } = arrival;
  const settled = settle(withAuthors(site), folder, await draftsIn(folder.root, parts));
  const language = languageOf(site, folder);
  const leftOut = [...site.leftOut];
  const missing = new Set<string>();
  const stories: (Story & { readonly name: string; readonly path: string })[] = [];
  const fresh = settled.posts.filter((one) => one.isNew);
  for (const [i, placed] of fresh.entries()) {
    await setImmediate(); // where it runs beside readers, they come in between
    arrival.signal?.throwIfAborted();
    arrival.progress?.(i, fresh.length);
    const { post } = placed;
    try {
      const find: Pictures["find"] = async (url, sort) => {
        const found = await pictures.find(url, sort);
        if (typeof found === "string" && post.draft === undefined) missing.add(url);
        return found;
      };
      const story = await storyOf(placed, { site, pictures: { find }, language, ...settled });
      const part = partOf(story, parts);
      const [wrong] = misfits(part.schema, story.fields);
      if (wrong) throw new RangeError(`${fieldName(wrong.path)}: ${wrong.message}`);
      if (story.markdown.length > MAX_MARKDOWN)
        throw new RangeError(`expected at most ${MAX_MARKDOWN} characters, found more`);
      const ours = (story.fields["formerly"] as string[]).filter(
        (path) => isOurs(path) && !isAtTop(story, path),
      );
      const clashes = ours.map((path) => `its old address ${path} is a page of this system now`);
      const path = `${part.path}/${story.slug}.md`;
      stories.push({ ...story, path, name: post.name, notes: [...story.notes, ...clashes] });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      leftOut.push({ what: post.name, why: `it does not fit a story: ${error.message}` });
    }
  }
  const files = new Map(stories.flatMap((story) => story.files).map((one) => [one.path, one]));
  const shown = new Set(stories.flatMap((story) => story.urls));
  const unseen = [...site.files.values()].filter(({ url }) => !shown.has(url)).length;
  if (unseen > 0 && fresh.length === settled.posts.length)
    leftOut.push({
      what: `${unseen} of ${site.files.size} files of its library`,
      why: "no post that came along shows them",
    });
  const sounds = stories.filter(({ hasSound }) => hasSound).length;
  const shownIn = (space: string) =>
    stories.filter((one) => one.space === space && one.draft === undefined).length;
  const counts: Counts = {
    stories: shownIn("stories"),
    pages: shownIn("pages"),
    drafts: stories.filter(({ draft }) => draft !== undefined).length,
    alreadyThere: settled.posts.length - fresh.length,
    pictures: files.size - sounds,
    filesLeft: missing.size,
    sounds,
    comments: stories.reduce((sum, { comments }) => sum + comments.length, 0),
    addresses: stories.reduce((sum, { fields }) => sum + (fields["formerly"] as []).length, 0),
    withoutSummary: stories.filter(({ hasOwnSummary }) => !hasOwnSummary).length,
  };
  const noted = stories.filter(({ notes }) => notes.length > 0).length;
  const { warnings = [] } = site;
  return { counts, leftOut, warnings, noted, settled, stories, files: [...files.values()] };
}

function partOf({ space, draft }: Story, parts: readonly FolderPart[]): FolderPart {
  const part = parts.find((one) => one.space === space)!;
  return draft === undefined ? part : draftPart(part);
}

/** These pages stand at the address of their name. */
const AT_TOP = new Set(["/about", "/privacy", "/press", "/imprint"]);
const isAtTop = ({ space, slug }: Story, path: string): boolean =>
  space === "pages" && path === `/${slug}` && AT_TOP.has(path);

const MAX_MARKDOWN = 200_000; // characters, as the form of a story has it

async function newFolder(dir: string, site: EarlierSite, { parts, today }: Arrival): Promise<void> {
  const name = site.title.trim() || "Our Campaign";
  const [said = "en"] = site.language === undefined ? [] : canonicalTag(site.language);
  const answers = {
    name,
    claim: site.about.trim() || name,
    purpose: site.about.trim() || name,
    hashtag: name.replaceAll(/[^\p{L}\p{N}_]/gu, "").slice(0, 80) || "OurCampaign",
    language: said.split("-")[0]!,
  };
  await initFolder(dir, { answers, parts, today });
  await rm(join(dir, "stories/our-first-story.md"), { force: true }); // there are real ones
  for (const { isPage, draft, slug } of site.posts)
    if (isPage && draft === undefined && slugFrom(slug) !== "")
      await rm(join(dir, `pages/${slugFrom(slug)}.md`), { force: true });
}

/** @returns the path of the report */
async function write(
  folder: Folder,
  site: EarlierSite,
  { into: dir, parts, from, today, signal }: Arrival,
  { settled, stories, files, leftOut, warnings, counts }: Converted,
): Promise<string> {
  for (const file of files) {
    signal?.throwIfAborted();
    await copyWhole(file.from, join(dir, file.path));
  }
  const part = (space: string) => parts.find((one) => one.space === space)!;
  const standing = (space: string) => folder.things.filter((thing) => thing.part.space === space);
  const placed = new Map(parts.map((one) => [one.path, one]));
  for (const one of [part("stories"), part("pages")].map(draftPart)) placed.set(one.path, one);
  const things: Writable[] = stories.map(({ path, slug, fields, markdown }) => ({
    part: placed.get(dirname(path))!,
    slug,
    fields,
    markdown,
    translations: [],
  }));
  if (settled.newPeople.length > 0)
    things.push(
      ...standing("people"),
      ...settled.newPeople.map((fields) => ({
        part: part("people"),
        slug: String(fields["id"]),
        fields,
        translations: [],
      })),
    );
  if (settled.newTopics.length > 0)
    things.push(
      ...standing("campaign").map((thing) => ({
        ...thing,
        fields: {
          ...thing.fields,
          topics: [...(thing.fields["topics"] as []), ...settled.newTopics],
        },
      })),
    );
  for (const [path, text] of canonicalFiles(things)) {
    signal?.throwIfAborted();
    await writeInto(dir, path, text);
  }
  for (const { space, slug, comments } of stories)
    if (comments.length > 0)
      await writeInto(
        dir,
        `comments/${space === "pages" ? "page-" : ""}${slug}.json`,
        `${JSON.stringify(comments, null, 2)}\n`,
      );
  const there = new Set(await readdir(dir));
  const report = `${freeName(`import-report-${slugFrom(site.title) || "site"}`, there)}.md`;
  const told = { ...settled, title: site.title, from, today, stories, leftOut, warnings, counts };
  await writeInto(dir, report, reportOf(told));
  return report;
}

/** Somebody may be going through the report of an earlier time. */
function freeName(name: string, there: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`;
    if (!there.has(`${tried}.md`)) return tried;
  }
}

/** The file is whole before it has its name. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const temporary = join(dirname(to), `.arriving-${process.pid}`);
  try {
    await copyFile(from, temporary);
    await rename(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
}
