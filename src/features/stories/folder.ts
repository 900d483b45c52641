/** `stories/<slug>.md` and `stories/<slug>.<language>.md` of the campaign folder. */
import * as v from "valibot";
import { checkPoster, filmMedia, signMedia } from "../../platform/folder/film-fields.ts";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { beginsAt } from "./moments.ts";
import {
  STORY_EDITED,
  STORY_TOLD,
  STORY_TRANSLATED,
  STORY_WITHDRAWN,
  storyForm,
  translationForm,
  STORY_WORDING,
} from "./records.ts";

const StoryFile = v.strictObject(storyForm(inFile));
const DRAWN = /\]\((picture|map):([^\s)]*)/g;
const SOURCE_NUMBER = /\[\^([^[\]]+)\]/g;

export const storyFolder: FolderPart = {
  space: "stories",
  form: "markdown-files",
  path: "stories",
  schema: StoryFile,
  opening: STORY_TOLD,
  edit: STORY_EDITED,
  withdrawal: STORY_WITHDRAWN,
  refs: {
    "people[]": "people",
    "authors[]": "people",
    "places[]": "places",
    "programmes[]": "programmes",
    "partners[]": "partners",
  },
  names: { "topics[]": "campaign topics[].id", walk: "campaign walks[].id" },
  wording: STORY_WORDING,
  media: [
    "cover.file",
    "cover.night",
    ...filmMedia("film"),
    ...signMedia("sign"),
    "pictures[].file",
    "pictures[].night",
  ],
  dayOf: ({ published, hour }) =>
    typeof published === "string"
      ? beginsAt({ published, hour: typeof hour === "string" ? hour : undefined })
      : undefined,
  staysErased: { sort: "story" },
  translation: { kind: STORY_TRANSLATED, schema: v.strictObject(translationForm) },

  checkFiles(thing, pathOf, problem) {
    const { film } = thing as v.InferOutput<typeof StoryFile>;
    return checkPoster(film, pathOf, problem);
  },

  check(thing, problem) {
    const {
      published,
      updated,
      sources = [],
      pictures = [],
      places = [],
    } = thing as v.InferOutput<typeof StoryFile>;
    if (updated !== undefined && updated < published)
      problem("updated", `expected a day not before ${published}, found ${updated}`);
    const text = typeof thing["markdown"] === "string" ? thing["markdown"] : "";
    for (const [mark, number = ""] of text.matchAll(SOURCE_NUMBER))
      if (!/^[1-9][0-9]*$/.test(number) || Number(number) > sources.length)
        problem("markdown", `expected a source from 1 to ${sources.length}, found ${mark}`);
    const names = pictures.map(({ name }) => name);
    for (const [i, name] of names.entries())
      if (names.indexOf(name) < i)
        problem(`pictures.${i}.name`, `expected a name of its own, found "${name}" again`);
    for (const [, sort, name = ""] of text.matchAll(DRAWN))
      if (!(sort === "map" ? places : names).includes(name))
        problem(
          "markdown",
          `expected one of the ${sort === "map" ? "places" : "pictures"} of the story, found ${sort}:${name}`,
        );
  },
};
