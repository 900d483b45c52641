/** A class is made: its course, its days and the names, in one form. Rules CL1 to CL3. */
import { may } from "../../../platform/accounts/roles.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { askErased } from "../../../platform/private/erased.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { allCourses, courseOf, textIn } from "../../courses/api.ts";
import { askClasses, classesPart } from "../private/classes.ts";
import { accessTo } from "../private/teaching.ts";
import type { Room } from "../private/rows.ts";
import { classAt, type HeldClass } from "../room.ts";
import { isToken, newToken } from "../secrets.ts";
import { enrol, inTurnOf, newcomersIn } from "./enrolling.ts";
import { NewMain } from "./pages/new.tsx";
import { cardsOf, rosterOf } from "../path.ts";
import {
  freshDays,
  isClockLost,
  readRoom,
  ROOM_FIELDS,
  type Problems,
  type Said,
} from "./room-form.ts";
import { pageOf } from "./visit.tsx";
import { wordsIn } from "./words.ts";
import { wallDay } from "../wall-day.ts";

export const NEW_FIELDS = ["id", "course", ...ROOM_FIELDS, "names"] as const;
type NewVisit = DeskVisit & Fields<(typeof NEW_FIELDS)[number]>;
type Typed = Readonly<Partial<Record<(typeof NEW_FIELDS)[number], string>>>;

/** The form that makes a class, as it was typed, with what does not fit. */
export const showNew =
  ({ instance, now }: Serving) =>
  async (
    visit: DeskVisit,
    came: { readonly typed?: Typed; readonly problems?: Problems; readonly trouble?: string } = {},
  ): Promise<Reply> => {
    const { lang } = visit;
    const words = wordsIn(lang);
    const today = wallDay(now());
    const order = new Intl.Collator(lang);
    const courses = (await instance.snapshot(allCourses))
      .map((course) => ({ subject: course.subject, ...textIn(course, lang) }))
      .toSorted((a, b) => order.compare(a.title, b.title));
    const [only] = courses;
    const fresh = {
      id: newToken(),
      ...freshDays(today),
      ...(courses.length === 1 && { course: only!.subject }),
    };
    const { problems = {}, trouble } = came;
    const typed = came.typed ?? fresh;
    const main = NewMain({
      words,
      courses,
      typed,
      problems,
      trouble,
      isClockLost: isClockLost(today),
      mayAdd: may(visit.account.role, "publish"),
    });
    const isWrong = trouble !== undefined || Object.keys(problems).length > 0;
    return { status: isWrong ? 422 : 200, page: pageOf(visit, words.fresh.title, main) };
  };

export const makeRoom = (serving: Serving) => {
  const again = showNew(serving);
  return async (visit: NewVisit): Promise<Reply> => {
    const { fields: typed, lang } = visit;
    const words = wordsIn(lang);
    const { said, problems: wrong } = readRoom(typed, words);
    const id = typed.id;
    const of = { table: "class_room", key: [id] };
    const [isDeleted] = await askErased(serving.instance.log.private).isErased([of]);
    const isOthers = () => isOfOthers(serving, visit, id);
    if (!isToken(id) || isDeleted || (await isOthers()))
      return again(visit, { typed: { ...typed, id: newToken() }, trouble: words.wrong.id });
    return inTurnOf(id, async () => {
      const { instance } = serving;
      const [course, held] = await instance.snapshot(async (db) => [
        await courseOf(db, typed.course),
        await classAt(db, id),
      ]);
      const came = newcomersIn(typed.names, { form: id, here: held?.learners ?? [] }, words);
      const problems = {
        ...(!course && { course: words.wrong.course }),
        ...wrong,
        ...("problem" in came && { names: came.problem }),
      };
      if (held && isOther(held, { ...said, course: typed.course }, came))
        return again(visit, {
          typed: { ...typed, id: newToken() },
          trouble: words.fresh.made(held.room.name),
        });
      if ("problem" in came || Object.keys(problems).length > 0)
        return again(visit, { typed, problems });
      const room = { id, ...said, course: typed.course };
      const privately = instance.log.private;
      const at = serving.now();
      if (!held)
        await askClasses(privately).open({
          ...room,
          key: newToken(),
          by: visit.account.name,
          teacher: visit.account.id,
          at,
          closed: null,
        });
      const { newcomers } = came;
      await enrol(privately, room, { newcomers, here: held?.learners ?? [], at });
      const isEmpty = newcomers.length + (held?.learners.length ?? 0) === 0;
      return { to: isEmpty ? rosterOf(room) : `${cardsOf(room)}?made`, noted: { about: id } };
    });
  };
};

/** A guessed number of a class says nothing of it. */
const isOfOthers = async ({ instance, now }: Serving, { account }: DeskVisit, room: string) =>
  instance.snapshot(
    async (db) =>
      (await classesPart.questions.room(db, room)) !== undefined &&
      !["teaches", "looks"].includes(await accessTo(db, { room, account, at: now() })),
  );

/** Whether the form that made this class asks for another one now: somebody went back, and changed what they had typed. */
const isOther = (
  { room, learners }: HeldClass,
  said: Said & Pick<Room, "course">,
  came: ReturnType<typeof newcomersIn>,
): boolean =>
  "problem" in came ||
  (came.newcomers.length > 0 && learners.length > 0) ||
  ([...ROOM_FIELDS, "course"] as const).some(
    (field) => (said[field] ?? null) !== (room[field] ?? null),
  );
