/**
 * A draft as its page will be: rendered by the very code that renders stories, and weighed as it will cross the wire.
 * What is not written yet is stood in for. Rules W4 and W5 of README.md.
 */
import * as v from "valibot";
import type { Db } from "../../platform/db/store.ts";
import { unfold, keysOf } from "../../platform/folder/form.ts";
import { bodyOf, type Around } from "../../platform/folder/one-file.ts";
import { changeAt } from "../../platform/folder/places.ts";
import { splitFrontMatter } from "../../platform/folder/front-matter.ts";
import { parseTree, TreeError } from "../../platform/folder/tree.ts";
import { sha256 } from "../../platform/records/record.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import type { RelatedHook } from "../../platform/web/asking.ts";
import type { Page, PageRequest, Related } from "../../platform/web/route.ts";
import type { Place } from "../../platform/web/head.ts";
import { STORY_BUDGET, wireBytes } from "../../platform/web/wire.ts";
import { rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { stillOf } from "../../platform/web/stills.tsx";
import { mayBeShown, peopleBySubject, type PersonCard } from "../people/api.ts";
import {
  draftPage,
  StoryBody,
  storyAt,
  storyFolder,
  TranslationBody,
  type Story,
} from "../stories/api.ts";
import type { Draft } from "../stories/model.ts";
import { schemaOf } from "./typed.ts";

interface LookOptions {
  readonly db: Db;
  readonly frame: Frame;
  readonly today: string;
  readonly related: readonly RelatedHook[];
  readonly around: Around;
  /** Whom no record names yet. */
  readonly people: readonly PersonCard[];
}

export interface Looked {
  readonly page: Page;
  readonly place: Place & { readonly path: string };
  /** On the wire, headers included. */
  readonly bytes: number;
  /** Photos that come with the page: how many, and what their prints weigh. */
  readonly open: { readonly count: number; readonly bytes: number };
  /** Over the budget: what weighs most, the heaviest first. */
  readonly heaviest: readonly { readonly part: Part; readonly bytes: number }[];
}
type Part = "text" | "sources" | "maps" | "pictures" | "names" | "disclaimer";

const NOBODY = "0".repeat(64); // who signs, where nobody is named yet

export async function lookAt(draft: Draft, options: LookOptions): Promise<Looked> {
  const { db, frame } = options;
  const told = await storyAt(db, draft.slug);
  const story = storyOf(draft, told?.story, options);
  const lang = draft.kind === "story" ? story.language : draft.lang;
  const { slug } = draft;
  const subject = told?.subject ?? sha256(slug); // no record says it yet: this weighs as much
  const stand = { slug, ...(!told && { unsaid: { subject, path: `/stories/${slug}` } }) };
  const place = { frame, lang, path: pathIn(frame, lang, `/stories/${slug}`) };
  const unsaid = new Map(options.people.map((card) => [card.subject, card]));
  const pageOf = (one: Story) =>
    draftPage(request(options, stand, lang), { slug, subject, story: one }, unsaid);
  const page = await pageOf(story);
  const bytes = await wireBytes(page, place);
  const open = await openPhotos(options, story, lang);
  const heaviest: { part: Part; bytes: number }[] = [];
  if (bytes > STORY_BUDGET)
    for (const [part, without] of Object.entries(WITHOUT)) {
      const rest = await wireBytes(await pageOf(without(story, lang)), place);
      if (bytes - rest > 100) heaviest.push({ part: part as Part, bytes: bytes - rest });
    }
  return {
    page,
    place,
    bytes,
    open,
    heaviest: heaviest.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3),
  };
}

/** Rule W24. What has no print yet waits behind its button. */
async function openPhotos(
  { db, today, people: unsaid }: LookOptions,
  { photos, cover, pictures = [], people = [], markdown }: Story,
  lang: string,
): Promise<Looked["open"]> {
  if (photos !== "open") return { count: 0, bytes: 0 };
  const [first = ""] = people;
  const person =
    (await peopleBySubject(db, [first])).get(first) ??
    unsaid.find(({ subject }) => subject === first);
  const portrait = person && mayBeShown(person, "photo", lang, today) ? person.photo : undefined;
  const inText = pictures.filter(({ name }) => markdown.includes(`(picture:${name})`));
  const shown = [portrait, cover, ...inText].filter((one) => one !== undefined);
  const ladders = await rungsOf(
    db,
    shown.map(({ file }) => file.media),
  );
  const stills = shown.flatMap((one) => stillOf(one, ladders.get(one.file.media)) ?? []);
  return { count: stills.length, bytes: stills.reduce((sum, one) => sum + one.bytes, 0) };
}

function request(
  { db, frame, today, related }: LookOptions,
  { slug, unsaid }: { readonly slug: string } & Pick<PageRequest, "unsaid">,
  lang: string,
): PageRequest {
  const own: PageRequest = {
    db,
    frame,
    today,
    lang,
    params: { slug },
    ...(unsaid && { unsaid }),
    query: {},
    remember: (_name, _uses, work) => work(),
    pageAt: async () => undefined,
    readMedia: async () => undefined, // a story's page names files and reads none
    async related(subject) {
      const found: Related[] = [];
      for (const hook of related) {
        const section = await hook(own, subject); // one after the other: they share one snapshot
        if (section) found.push(section);
      }
      return found;
    },
  };
  return own;
}

type Change = (story: Story, lang: string) => Story;
const inText =
  (change: (markdown: string) => string): Change =>
  (story, lang) => {
    const translation = story.translations[lang];
    if (!translation) return { ...story, markdown: change(story.markdown) };
    const changed = { ...translation, markdown: change(translation.markdown) };
    return { ...story, translations: { ...story.translations, [lang]: changed } };
  };
const WITHOUT: Readonly<Record<Part, Change>> = {
  text: inText(() => ""),
  sources: (story) => ({ ...story, sources: [] }),
  maps: inText((text) => text.replaceAll(/!\[[^[\]]*\]\(map:[^)[]*\)/g, "")),
  pictures: inText((text) => text.replaceAll(/!\[[^[\]]*\]\(picture:[^)[]*\)/g, "")),
  names: ({ people: _1, places: _2, partners: _3, programmes: _4, topics: _5, ...story }) => story,
  disclaimer: (story) => ({ ...story, disclaimer: "." }),
};

/** The story that the draft makes, as far as it is written. */
function storyOf(
  draft: Draft,
  told: Story | undefined,
  { frame, today, around }: LookOptions,
): Story {
  const empty: Story = {
    title: "…",
    summary: "…",
    language: frame.language,
    category: "…",
    published: today,
    authors: [NOBODY],
    markdown: "",
    translations: told?.translations ?? {},
  };
  const fields = fieldsOf(draft);
  if (draft.kind === "translation") {
    const written = { title: "…", summary: "…", state: "person", ...fields, lang: draft.lang };
    const said = fitting(TranslationBody, written);
    const { lang: _, ...translation } = {
      ...written,
      markdown: "",
      ...said,
    } as never as v.InferOutput<typeof TranslationBody>;
    const original = told ?? empty;
    return { ...original, translations: { ...original.translations, [draft.lang]: translation } };
  }
  const known = Object.entries(storyFolder.refs).reduce<unknown>(
    (body, [pattern, space]) =>
      changeAt(body, pattern, (slug) =>
        around.addresses.get(space)?.has(String(slug)) ? slug : undefined,
      ),
    storyFolder.media.reduce<unknown>(
      (body, pattern) =>
        changeAt(body, pattern, (path) => (around.media.has(String(path)) ? path : undefined)),
      fields,
    ),
  );
  const thing = {
    part: storyFolder,
    slug: draft.slug,
    translations: [],
    file: "",
    base: [],
    lineOf: () => 1,
    fields: known as Record<string, unknown>,
  };
  return { ...empty, ...fitting(StoryBody, bodyOf(thing, around)) };
}

/** Of the fields, those that have their form. */
function fitting(schema: v.GenericSchema, body: Readonly<Record<string, unknown>>): object {
  const { entries } = schema as unknown as { entries: Record<string, v.GenericSchema> };
  const names = keysOf(unfold(schema));
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => names.includes(name) && v.is(entries[name]!, value),
    ),
  );
}

function fieldsOf({ kind, text }: Pick<Draft, "kind" | "text">): Record<string, unknown> {
  try {
    const { front, markdown } = splitFrontMatter(text);
    const { value } = parseTree(front, { format: "yaml", form: unfold(schemaOf(kind)) });
    return { ...(value as object), markdown };
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return { markdown: text };
  }
}
