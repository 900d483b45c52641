/** Who is in a class: people are added, called otherwise, and taken out with everything that is kept of them. Rules CL2, CL3 and CL6. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { eraseLearner } from "../board/forget.ts";
import { askClasses } from "../private/classes.ts";
import type { Learner } from "../private/rows.ts";
import { isToken, newToken } from "../secrets.ts";
import { enrol, erasedAmong, inTurnOf, letIn, newcomersIn } from "./enrolling.ts";
import { faultIn, nameKey, tidyLine } from "./names.ts";
import { PersonMain } from "./pages/person.tsx";
import { RosterMain } from "./pages/roster.tsx";
import { rosterOf } from "../path.ts";
import type { Problems } from "./room-form.ts";
import { erasedInWords, otherFor } from "./said.ts";
import { atRoom, goneReply, heldBy, pageOf, type RoomVisit } from "./visit.tsx";
import { wordsIn } from "./words.ts";

export const ADD_FIELDS = ["id", "names", "again"] as const;
type AddVisit = DeskVisit & Fields<(typeof ADD_FIELDS)[number]>;
type Typed = Readonly<Partial<Record<string, string>>>;

export async function showRoster(
  { visit, held, words }: RoomVisit,
  came: { readonly typed?: Typed; readonly problems?: Problems; readonly trouble?: string } = {},
): Promise<Reply> {
  const { typed = { id: newToken() }, problems = {}, trouble } = came;
  const main = RosterMain({ words, held, typed, problems, trouble });
  const isWrong = trouble !== undefined || Object.keys(problems).length > 0;
  const page = pageOf(visit, held.room.name, main, { done: doneOf(visit) });
  return { status: isWrong ? 422 : 200, page };
}

function doneOf({ search, lang }: DeskVisit): string | undefined {
  const { roster } = wordsIn(lang);
  const added = search.get("added") ?? "";
  if (/^\d{1,3}$/.test(added)) return roster.added(Number(added));
  if (search.has("renamed")) return roster.renamed;
  return search.has("removed") ? roster.removed : undefined;
}

export const addPeople =
  (serving: Serving) =>
  (visit: AddVisit): Promise<Reply> =>
    inTurnOf(visit.params["id"]!, async () => {
      const { fields: typed } = visit;
      const words = wordsIn(visit.lang);
      const held = await heldBy(serving, visit, typed.names);
      if (!("room" in held)) return held;
      const again = (came: Parameters<typeof showRoster>[1]): Promise<Reply> =>
        atRoom(serving, (at) => showRoster(at, came))(visit);
      if (!isToken(typed.id))
        return again({ typed: { ...typed, id: newToken() }, trouble: words.wrong.id });
      const { learners: here, room } = held;
      const came = newcomersIn(typed.names, { form: typed.id, here }, words);
      if ("problem" in came) return again({ typed, problems: { names: came.problem } });
      if (typed.names === "") return again({ typed, problems: { names: words.wrong.names.none } });
      const { newcomers } = came;
      const privately = serving.instance.log.private;
      const erased = await erasedAmong(privately, room, newcomers);
      if (erased.length > 0 && typed.again !== "yes")
        return again({ typed, problems: { again: erasedInWords(erased, words) } });
      if (erased.length > 0) await letIn(privately, room, erased);
      await enrol(privately, room, { newcomers, here, at: serving.now() });
      return {
        to: `${rosterOf(room)}?added=${came.brought}`,
        noted: { about: room.id, ...(erased.length > 0 && { detail: "erased, let in again" }) },
      };
    });

interface PersonVisit<V extends DeskVisit = DeskVisit> extends RoomVisit<V> {
  readonly learner: Learner;
}

/** Work at the address of somebody in a class. */
export const atPerson = <V extends DeskVisit>(
  serving: Serving,
  work: (at: PersonVisit<V>) => Promise<Reply>,
) =>
  atRoom<V>(serving, async (at) => {
    const learner = at.held.learners.find(({ id }) => id === at.visit.params["learner"]);
    return learner ? work({ ...at, learner }) : goneReply(at.visit, at.words.goneOne);
  });

export async function showPerson(
  { visit, held, words, learner }: PersonVisit,
  came: { readonly typed?: Typed; readonly problems?: Problems; readonly isUnsure?: true } = {},
): Promise<Reply> {
  const { typed = { name: learner.name }, problems = {}, isUnsure = false } = came;
  const own = ({ learner: id }: { readonly learner: string }): boolean => id === learner.id;
  const kept = {
    answers: held.answers.filter(own).length,
    days: held.attendance.filter(own).length,
  };
  const main = PersonMain({ words, held, learner, typed, problems, isUnsure, kept });
  const isWrong = isUnsure || Object.keys(problems).length > 0;
  return { status: isWrong ? 422 : 200, page: pageOf(visit, learner.name, main) };
}

type RenameVisit = DeskVisit & Fields<"name">;
export const rename = (serving: Serving) => {
  const work = atPerson<RenameVisit>(serving, async (at) => {
    const { visit, held, words, learner } = at;
    const typed = visit.fields;
    const name = tidyLine(typed.name);
    const again = (problem: string): Promise<Reply> =>
      showPerson(at, { typed, problems: { name: problem } });
    const why = faultIn(typed.name);
    if (name === "") return again(words.wrong.names.none);
    if (why) return again(words.wrong.line[why]);
    const isTaken = held.learners.some(
      (one) => one.id !== learner.id && nameKey(one.name) === nameKey(name),
    );
    if (isTaken) return again(words.wrong.taken(`\u2068${name}\u2069`, otherFor(name)));
    await askClasses(serving.instance.log.private).rename({ id: learner.id, name });
    return { to: `${rosterOf(held.room)}?renamed` };
  });
  return (visit: RenameVisit): Promise<Reply> => inTurnOf(visit.params["id"]!, () => work(visit));
};

/** Everything of somebody goes, once whoever asked for it has said that they mean it. */
export const remove = (serving: Serving) =>
  atPerson<DeskVisit & Fields<"sure">>(serving, async (at) => {
    if (at.visit.fields.sure !== "yes") return showPerson(at, { isUnsure: true });
    await eraseLearner(serving.instance.log, at.learner.id);
    return { to: `${rosterOf(at.held.room)}?removed` };
  });
