/** What a story's records say of it, in every language. Rules S1 to S4 of README.md. */
import * as v from "valibot";
import { timeDay } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { momentsOf, shownSince, type Moments } from "./moments.ts";
import {
  STORY_TRANSLATED,
  STORY_WITHDRAWN,
  StoryBody,
  TranslationBody,
  WithdrawnBody,
  type By,
} from "./records.ts";

type Told = Readonly<v.InferOutput<typeof StoryBody>>;
export type Film = NonNullable<Told["film"]>;

export interface Translation extends Omit<v.InferOutput<typeof TranslationBody>, "lang"> {
  /** The original was worded anew after this translation. */
  readonly behind?: true;
}
export interface Story extends Told {
  /** Absent where no record says it yet. */
  readonly moments?: Moments;
  /** The UTC day from which it is shown, where its hour makes it another than `published`. */
  readonly since?: string;
  /** By language; never the story's own. */
  readonly translations: Readonly<Record<string, Translation>>;
}

/** Fold one story's records, in reading order; `undefined` when it is withdrawn or was never told. */
export function foldStory(records: readonly LogRecord[]): Story | undefined {
  let told: Told | undefined;
  let last: Told | undefined; // a withdrawn text still decides whether the next one is worded anew
  let translations: Record<string, Translation> = {};
  const times: string[] = [];
  for (const { kind, body, at } of records) {
    if (kind === STORY_WITHDRAWN) {
      told = undefined;
    } else if (kind === STORY_TRANSLATED) {
      const said = v.safeParse(TranslationBody, body);
      if (!said.success) continue; // a newer instance's record
      const { lang, ...translation } = said.output;
      translations[lang] = translation;
    } else {
      const said = v.safeParse(StoryBody, body);
      if (!said.success) continue;
      told = said.output;
      times.push(at);
      if (last && isWordedAnew(last, told)) translations = allBehind(translations);
      last = told;
    }
  }
  if (!told) return undefined;
  const { [told.language]: _own, ...others } = translations;
  const since = shownSince(told, times.at(-1)!);
  const moments = momentsOf(times, told);
  return {
    ...told,
    translations: others,
    moments,
    ...(since !== told.published && { since }),
  };
}

/** The UTC day from which pages show it. */
export const shownFrom = ({ since, published }: Pick<Story, "since" | "published">): string =>
  since ?? published;

/** What is left of a story whose last word is that it was taken back by somebody. */
export interface Gap {
  readonly day: string;
  readonly by: By;
}

/** S20. `undefined` where it stands, or where nobody said who took it back. */
export function foldGap(records: readonly LogRecord[]): Gap | undefined {
  let gap: Gap | undefined;
  for (const { kind, body, at } of records) {
    const said = kind === STORY_WITHDRAWN ? v.safeParse(WithdrawnBody, body) : undefined;
    if (said?.success && said.output.by !== undefined)
      gap = { day: timeDay(at), by: said.output.by };
    else if (kind !== STORY_TRANSLATED && v.is(StoryBody, body)) gap = undefined;
  }
  return gap;
}

const isWordedAnew = (a: Told, b: Told): boolean =>
  a.title !== b.title ||
  a.summary !== b.summary ||
  a.ask?.text !== b.ask?.text ||
  isFigureAnew(a.figure, b.figure) ||
  a.markdown !== b.markdown;

/** One that is new, or gone, leaves what is translated as it is. */
const isFigureAnew = (a: Told["figure"], b: Told["figure"]): boolean =>
  a !== undefined && b !== undefined && (a.number !== b.number || a.says !== b.says);

function allBehind(translations: Readonly<Record<string, Translation>>) {
  return Object.fromEntries(
    Object.entries(translations).map(([lang, t]) => [lang, { ...t, behind: true as const }]),
  );
}
