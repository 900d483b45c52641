/** A picture book, as the API gives it. */
import * as v from "valibot";
import { described, language, object, string, text, THING, url } from "./fields.ts";

export const Book = object(
  {
    ...THING,
    title: string,
    lang: described(language, "The language of this text, BCP 47."),
    languages: described(v.array(language), "Every language it can be read in here."),
    signedIn: described(v.array(language), "Every sign language it can be seen in here."),
    credits: object({ text: string, pictures: string }, { translation: string }),
    licence: described(object({ name: string }, { url }), "Under which it may be passed on."),
    pages: v.array(
      object(
        { lines: described(v.array(string), "Sentences.") },
        { alt: text("What is drawn there.") },
      ),
    ),
  },
  { source: described(url, "Where it was taken from.") },
);
