/** What can be said of a story, and of its text in another language. */
import * as v from "valibot";
import {
  amount,
  date,
  day,
  flag,
  formerAddress,
  inBody,
  language,
  line,
  lines,
  listOf,
  markdown,
  oneOf,
  ownPath,
  paragraph,
  slug,
  sourceList,
  url,
} from "../../platform/folder/fields.ts";
import { filmOver, signOver } from "../../platform/folder/film-fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const STORY_TOLD = "story.told/1";
export const STORY_EDITED = "story.edited/1";
export const STORY_WITHDRAWN = "story.withdrawn/1";
export const STORY_TRANSLATED = "story.translated/1";

/** A film is a card that leads elsewhere, or a file of ours that a reader opens knowing its weight. */
const film = <Media extends v.GenericSchema>(media: Media) =>
  v.union(
    [
      v.strictObject({
        link: url,
        title: line,
        host: v.optional(line),
        minutes: v.optional(amount),
      }),
      filmOver(media),
    ],
    "link and title, or file and title",
  );

/** The next step of a reader, short enough for a button on a phone. */
const askText = v.pipe(line, v.maxLength(60, "at most 60 characters"));

/** A figure of the story’s own that introduces it in lists: “7 hours”, and what it is of. */
const figureNumber = v.pipe(line, v.maxLength(20, "at most 20 characters"));
const figureSays = v.pipe(line, v.maxLength(140, "at most 140 characters"));
const figure = v.strictObject({ number: figureNumber, says: figureSays });

/** What is not known yet, the day on which we look again, and how it was answered. */
const question = v.strictObject({
  ask: line,
  again: day,
  settled: v.optional(v.strictObject({ on: day, answer: paragraph, source: url })),
});

/** A time of the clock with its distance from UTC, so that it is a moment wherever it is read. */
const hour = v.pipe(
  v.string("a time such as 09:30+02:00"),
  v.regex(
    /^(?:[01]\d|2[0-3]):[0-5]\d[+-](?:0\d|1[0-4]):[0-5]\d$/,
    "a time such as 09:30+02:00, with its distance from UTC",
  ),
);

/** The form over one side: slugs and paths in a file, subjects and stored files in a record. */
export const storyForm = <
  Refs extends v.GenericSchema,
  Media extends v.GenericSchema,
  Picture extends v.GenericSchema,
  Named extends v.GenericSchema,
>(side: {
  readonly refs: Refs;
  readonly media: Media;
  readonly picture: Picture;
  readonly namedPicture: Named;
}) => ({
  title: line,
  summary: paragraph,
  /** What a reader is asked to do, and where. */
  ask: v.optional(v.strictObject({ text: askText, to: ownPath })),
  figure: v.optional(figure),
  language,
  category: line,
  published: day,
  /** Of that day; from its beginning in UTC where there is none. */
  hour: v.optional(hour),
  updated: v.optional(day),
  lead: v.optional(flag),
  lookedUp: v.optional(date),
  people: v.optional(side.refs),
  walk: v.optional(slug),
  authors: side.refs,
  topics: v.optional(listOf(slug)),
  tags: v.optional(lines),
  places: v.optional(side.refs),
  programmes: v.optional(side.refs),
  partners: v.optional(side.refs),
  cover: v.optional(side.picture),
  film: v.optional(film(side.media)),
  /** Pictures that stand in the text, by the name it has for them. */
  pictures: v.optional(listOf(side.namedPicture, 50)),
  /** Its photos come with the page, as light as they can be; else each waits behind its button. */
  photos: v.optional(oneOf("open")),
  /** Somebody signs the story, beside any. */
  sign: v.optional(signOver(side.media)),
  sources: v.optional(sourceList),
  questions: v.optional(listOf(question, 20)),
  disclaimer: v.optional(paragraph),
  formerly: v.optional(listOf(formerAddress)),
});
export const StoryBody = v.strictObject({ ...storyForm(inBody), markdown });

export const translationForm = {
  title: line,
  summary: paragraph,
  /** Its words alone: it leads where the story says. */
  ask: v.optional(askText),
  figure: v.optional(figure),
  /** The words of the questions, in the order of the story. */
  questions: v.optional(listOf(line, 20)),
  state: oneOf("machine", "person", "reviewed"),
  translator: v.optional(line),
};
export const TranslationBody = v.strictObject({ ...translationForm, lang: language, markdown });

/** Who took a story back: somebody in it or who told it, or the desk. */
const by = oneOf("person", "desk");
export type By = "person" | "desk";
export const WithdrawnBody = v.strictObject({ reason: v.optional(paragraph), by: v.optional(by) });

/** What it says in the languages of the campaign. */
export const STORY_WORDING: Wording = {
  space: "stories",
  texts: ["title", "summary", "ask.text", "figure.number", "figure.says", "category"],
};

export const storyKinds: Kinds = {
  [STORY_TOLD]: { opens: true, body: StoryBody, personal: true, files: "agreed" },
  [STORY_EDITED]: { opens: false, body: StoryBody, personal: true, files: "agreed" },
  [STORY_WITHDRAWN]: { opens: false, body: WithdrawnBody },
  [STORY_TRANSLATED]: { opens: false, body: TranslationBody, personal: true },
};
