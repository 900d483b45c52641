/** The list of classes at the desk. Rule CL1. */
import { doneIn } from "../../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { allCourses } from "../../courses/api.ts";
import { classesPart } from "../private/classes.ts";
import { nameKey } from "./names.ts";
import { ListMain } from "./pages/list.tsx";
import { stateOf } from "./room-form.ts";
import { pageOf } from "./visit.tsx";
import { wordsIn } from "./words.ts";
import { wallDay } from "../wall-day.ts";

const STATES = ["running", "coming", "over"] as const;

export const showList =
  ({ instance, now }: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { lang, search } = visit;
    const words = wordsIn(lang);
    const { rooms, courses } = await instance.snapshot(async (db) => ({
      rooms: await classesPart.questions.rooms(db),
      courses: await allCourses(db),
    }));
    const asked = (search.get("q") ?? "").trim();
    const found = rooms.filter(({ name, place }) =>
      nameKey(`${name} ${place}`).includes(nameKey(asked)),
    );
    const today = wallDay(now());
    const groups = STATES.map((state) => ({
      state,
      rooms: found.filter((room) => stateOf(room, today) === state),
    })).filter((group) => group.rooms.length > 0);
    const main = ListMain({
      words,
      groups,
      courses: new Map(courses.map((one) => [one.subject, one])),
      total: rooms.length,
      asked,
    });
    const done = search.has("deleted") ? words.settings.deleted : doneIn(search, lang);
    return { page: pageOf(visit, words.title, main, { done }) };
  };
