/** What no single file can tell: whether references, media and names lead anywhere, and the parts' own rules. */
import { extname, join } from "node:path";
import type { MediaKind } from "../media/kind.ts";
import { MediaError } from "../media/media-error.ts";
import { describeMedia, type MediaFile } from "../media/media.ts";
import { tellsPlace } from "../media/tells-place.ts";
import { dottedPath, found, nearest, type FolderProblem } from "./problem.ts";
import { circlesIn } from "./naming.ts";
import { ownReference, valuesAt } from "./places.ts";
import { problemIn, withMarkdown, type Passage, type Thing, type Unfit } from "./thing.ts";

interface Checked {
  readonly media: ReadonlyMap<string, MediaFile>;
  readonly problems: readonly FolderProblem[];
}

interface CheckOptions {
  readonly root: string;
  readonly things: readonly Thing[];
  readonly unfit: readonly Unfit[];
  /** The slugs of each space; a space whose files could not all be read is left out. */
  readonly slugs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every file in `media/`. */
  readonly files: ReadonlySet<string>;
}

export async function check({ root, things, unfit, slugs, files }: CheckOptions): Promise<Checked> {
  const media = new Map<string, MediaFile>();
  const problems: FolderProblem[] = [];
  const names = new Map<string, ReadonlySet<string> | undefined>();
  problems.push(...circles(things));
  for (const thing of things) {
    for (const list of Object.values(thing.part.names ?? {}))
      if (!names.has(list)) names.set(list, namesIn(list, things));
    problems.push(...checkThing(thing, { slugs, names }));
    await look(thing);
    const named = thing.part.media.flatMap((pattern) => valuesAt(thing.fields, pattern));
    if (thing.part.checkFiles && named.every(({ value }) => media.has(String(value))))
      await thing.part.checkFiles(
        thing.fields,
        (file) => join(root, file),
        (field, message) => problems.push(problemIn(thing, dottedPath(field), message)),
        (space, slug, lang) => {
          const one = things.find((each) => each.part.space === space && each.slug === slug);
          return lang === undefined
            ? one?.fields
            : one?.translations.find((text) => text.lang === lang)?.fields;
        },
      );
  }
  for (const thing of unfit) await look(thing);
  return { media, problems };

  async function look(thing: Thing | Unfit): Promise<void> {
    for (const pattern of thing.part.media)
      for (const { value, path } of valuesAt(thing.fields, pattern)) {
        if (typeof value !== "string" || media.has(value)) continue;
        const file = await mediaAt(root, value, files);
        if (typeof file === "string") problems.push(problemIn(thing, path, file));
        else media.set(value, file);
        if (typeof file !== "string" && (await tellsPlace(join(root, value), kindOf(file))))
          problems.push({ ...problemIn(thing, path, placeIn(value)), tells: value });
      }
  }
}

/** What of a thing leads nowhere or breaks a rule of its part; its media apart. */
export function checkThing(
  thing: Thing,
  known: {
    readonly slugs: ReadonlyMap<string, ReadonlySet<string>>;
    /** By list, `campaign topics[].id`; undefined where nothing could be looked in. */
    readonly names: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  },
): FolderProblem[] {
  const { refs, names = {} } = thing.part;
  return [
    ...rulesOf(thing),
    ...Object.entries(refs).flatMap(([pattern, space]) =>
      unknown(thing, pattern, known.slugs.get(space), `the slug of one of the ${space}`),
    ),
    ...Object.entries(names).flatMap(([pattern, list]) =>
      unknown(thing, pattern, known.names.get(list), `one of the ${listName(list)}`),
    ),
  ];
}

/** What of a thing and its translations breaks a rule of its part, whatever else the folder holds. */
export const rulesOf = (thing: Thing): FolderProblem[] => [
  ...ownRules(thing),
  ...picturesInText(thing),
];

function ownRules(thing: Thing): FolderProblem[] {
  const problems = pairProblems(thing);
  thing.part.check?.(withMarkdown(thing), (field, message) => {
    problems.push(atField(thing, field, message));
  });
  for (const translation of thing.translations) {
    const { markdown = "" } = translation;
    if (translation.lang === thing.fields["language"])
      problems.push(
        problemIn(
          translation,
          [],
          `expected another language than the original's, found ${translation.lang}`,
        ),
      );
    thing.part.check?.({ ...thing.fields, markdown }, (field, message) => {
      if (field === "markdown") problems.push(atField(translation, field, message));
    });
    thing.part.checkTranslation?.(thing.fields, translation.fields ?? {}, (field, message) => {
      problems.push(atField(translation, field, message));
    });
  }
  return problems;
}

/** A file that is called after two of its fields names the same two. */
function pairProblems(thing: Thing): FolderProblem[] {
  const at = thing.slug.lastIndexOf("--");
  const called = [thing.slug.slice(0, at), thing.slug.slice(at + 2)];
  return (thing.part.pair ?? []).flatMap((field, i) => {
    const value = String(thing.fields[field]);
    if (value.toLowerCase() === called[i]) return [];
    return [atField(thing, field, `expected ${called[i]!}, as the file is called, found ${value}`)];
  });
}

/** In Markdown the line is that of the words which the message names last. */
function atField(passage: Passage, field: string, message: string): FolderProblem {
  const problem = problemIn(passage, dottedPath(field), message);
  const words = /found (\S+)/.exec(message)?.[1];
  const at = field === "markdown" && words ? (passage.markdown ?? "").indexOf(words) : -1;
  if (at < 0) return problem;
  return { ...problem, line: problem.line + passage.markdown!.slice(0, at).split("\n").length - 1 };
}

/** Pictures are opened by a button that says what they weigh, so they stand in a field and not in the text. */
function picturesInText(thing: Thing): FolderProblem[] {
  return [thing, ...thing.translations].flatMap((passage) => {
    const link = /\]\((media\/[^\s)]*)/.exec(passage.markdown ?? "")?.[1];
    if (link === undefined) return [];
    return [
      atField(
        passage,
        "markdown",
        `expected pictures in a field such as cover, found ${link} in the text`,
      ),
    ];
  });
}

/** Each circle of references within a space once, at the field of its first thing. */
function circles(things: readonly Thing[]): FolderProblem[] {
  return [...Map.groupBy(things, (thing) => thing.part)].flatMap(([part, mine]) => {
    const naming = new Map(
      mine.flatMap(({ slug, fields }) => {
        const named = ownReference(part, fields);
        return named ? [[slug, named.name] as const] : [];
      }),
    );
    return circlesIn(naming).map((circle) => {
      const first = mine.find(({ slug }) => slug === circle[0])!;
      const way = [...circle, circle[0]].join(" → ");
      const { path } = ownReference(part, first.fields)!;
      return problemIn(first, path, `expected no circle, found ${way}`);
    });
  });
}

function unknown(
  thing: Thing,
  pattern: string,
  known: ReadonlySet<string> | undefined,
  wanted: string,
): FolderProblem[] {
  if (!known) return [];
  return valuesAt(thing.fields, pattern).flatMap(({ value, path }) => {
    if (typeof value !== "string" || known.has(value)) return [];
    const near = nearest(value, known);
    const hint = near === undefined ? "" : ` (perhaps ${near})`;
    return [problemIn(thing, path, `expected ${wanted}${hint}, found ${found(value)}`)];
  });
}

/** `campaign topics[].id` as "topics of the campaign" */
function listName(list: string): string {
  const [space, pattern = ""] = list.split(" ");
  return `${pattern.split("[", 1)[0]!} of the ${space}`;
}

/** `campaign topics[].id`: every id at that path of that space; undefined where the space has nothing to look in. */
function namesIn(list: string, things: readonly Thing[]): ReadonlySet<string> | undefined {
  const [space = "", pattern = ""] = list.split(" ");
  const holders = things.filter((thing) => thing.part.space === space);
  if (holders.length === 0) return undefined;
  const values = holders.flatMap((thing) => valuesAt(thing.fields, pattern));
  return new Set(values.map(({ value }) => String(value)));
}

const kindOf = ({ media }: MediaFile) => extname(media).slice(1) as MediaKind;

/** What is public once is public for ever, so nobody's house comes in with a photo. */
const placeIn = (path: string): string =>
  `expected a file that does not tell where it was made, found a position in ${path}`;

const ALIASES: Readonly<Record<string, string>> = { jpeg: "jpg", oga: "ogg", opus: "ogg" };

/** The file, or what is wrong with it. */
async function mediaAt(
  root: string,
  path: string,
  files: ReadonlySet<string>,
): Promise<MediaFile | string> {
  if (!files.has(path)) {
    const near = nearest(path, files);
    return `expected a file of media/${near === undefined ? "" : ` (perhaps ${near})`}, found no ${path}`;
  }
  try {
    const file = await describeMedia(join(root, path));
    const kind = kindOf(file);
    const named = extname(path).slice(1).toLowerCase();
    if ((ALIASES[named] ?? named) === kind) return file;
    return `expected a file that is what its name says, found ${kind} in ${path}`;
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return `${error.message[0]!.toLowerCase()}${error.message.slice(1, -1).replace(", got ", ", found ")} in ${path}`;
  }
}
