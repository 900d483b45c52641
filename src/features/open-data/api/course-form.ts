/** A course, as the API gives it. */
import * as v from "valibot";
import {
  count,
  described,
  language,
  markdown,
  number,
  object,
  string,
  text,
  THING,
  url,
} from "./fields.ts";

/** @param sources the form of where things come from */
export const courseForm = (sources: v.GenericSchema) =>
  object(
    {
      ...THING,
      title: string,
      summary: string,
      lang: described(language, "The language of this text, BCP 47."),
      languages: described(v.array(language), "Every language it can be read in here."),
      hours: described(number, "How long it takes with a teacher."),
      licence: described(object({ name: string }, { url }), "Under which it may be passed on."),
      text: described(markdown, "For whom it is."),
      lessons: v.array(
        object({
          id: text("Its address below that of the course."),
          title: string,
          text: text("CommonMark; each exercise in it is a block of YAML, with its answers."),
        }),
      ),
    },
    {
      sources,
      programme: text("The permanent id of the programme that it belongs to."),
      badge: described(
        object(
          {
            name: string,
            criteria: string,
            pass: described(count, "How many of 100 exercises are right."),
          },
          { shown: described(v.array(string), "Tasks that a teacher has seen, by their ids.") },
        ),
        "What somebody gets who finishes.",
      ),
    },
  );
