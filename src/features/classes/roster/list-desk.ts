/** The list of classes at the desk, and where the first page of the desk leads a teacher. Rules CL1 and D65. */
import type { Account } from "../../../platform/accounts/account.ts";
import { may } from "../../../platform/accounts/roles.ts";
import { doneIn } from "../../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Lead, Serving } from "../../../platform/feature.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { allCourses } from "../../courses/api.ts";
import { classesPart } from "../private/classes.ts";
import { teachingPart } from "../private/teaching.ts";
import { nameKey } from "./names.ts";
import { ListMain } from "./pages/list.tsx";
import { stateOf } from "./room-form.ts";
import { boardOf, PART } from "../path.ts";
import { pageOf } from "./visit.tsx";
import { wordsIn } from "./words.ts";
import { wallDay } from "../wall-day.ts";

const STATES = ["running", "coming", "over"] as const;

export const showList =
  ({ instance, now }: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { lang, search } = visit;
    const words = wordsIn(lang);
    const { all, own, courses } = await instance.snapshot(async (db) => ({
      all: await classesPart.questions.rooms(db),
      own: new Set(await teachingPart.questions.teaching(db, visit.account.id)),
      courses: await allCourses(db),
    }));
    const rooms = all.filter(({ id }) => own.has(id));
    const others = visit.account.role === "owner" ? all.filter(({ id }) => !own.has(id)) : [];
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
      others,
      asked,
    });
    const done = search.has("deleted") ? words.settings.deleted : doneIn(search, lang);
    return { page: pageOf(visit, words.title, main, { done }) };
  };

const MOST_LED = 5; // classes on the first page; the list has all of them

/** To the classes that run and those to come; somebody who teaches and has none, to making one. */
export async function leadsToClasses(
  { instance, now }: Serving,
  { id, role }: Account,
  lang: string,
): Promise<readonly Lead[]> {
  if (!may(role, "teach")) return [];
  const words = wordsIn(lang);
  const today = wallDay(now());
  const rooms = await instance.snapshot(async (db) => {
    const own = new Set(await teachingPart.questions.teaching(db, id));
    return (await classesPart.questions.rooms(db)).filter((room) => own.has(room.id));
  });
  const all = (["running", "coming"] as const).flatMap((state) =>
    rooms
      .filter((room) => stateOf(room, today) === state)
      .map((room) => ({ words: room.name, more: words.states[state], path: boardOf(room) })),
  );
  if (all.length === 0)
    return role === "teacher" ? [{ words: words.make, path: `${PART}/new` }] : [];
  const rest = all.length > MOST_LED ? [{ words: words.back, path: PART }] : [];
  return [...all.slice(0, MOST_LED), ...rest];
}
