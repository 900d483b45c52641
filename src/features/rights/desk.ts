/** The register at the desk, for owners: what is asked, by when, what was answered and by whom. Rules RI5 to RI9. */
import { dayAt, daysAfter } from "../../engines/calendar/day.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Feature, Serving, Waiting } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { isNamesakes, peopleBySubject } from "../people/api.ts";
import { DECIDED_IN, decide, settleHold } from "./deciding.ts";
import { deskWordsIn } from "./desk-words.ts";
import { saidIn } from "./naming.ts";
import { isMailed, mailAnswers } from "./mailing.ts";
import { RequestMain, type Came } from "./pages/desk.tsx";
import { RegisterMain } from "./pages/register.tsx";
import { askRights, type RightsRequest } from "./private.ts";

export const PART = "/desk/rights";
/** Owners alone. */
const WHO = "settings";
const SOON = 7; // days before it is due
const LONGER = 60; // days that an answer may take longer, once
const MOST = 2000; // characters of an answer or a reason
const CLOSED = 200; // of those that are closed, on one page
const FIELDS = ["do", "words", "who", "sure"] as const;

const FILTERS = ["soon", "late", "hidden", "unhidden"] as const;
type Filter = (typeof FILTERS)[number];

/** @param today a UTC day */
export function isIn(filter: Filter, { due, hold, came }: RightsRequest, today: string): boolean {
  if (filter === "hidden") return hold === "held";
  if (filter === "unhidden") return hold === "waits";
  const decision = hold === "held" ? daysAfter(came, DECIDED_IN) : due;
  const last = decision < due ? decision : due;
  return filter === "late" ? last < today : last >= today && last <= daysAfter(today, SOON);
}

export function rightsDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, speaker, accounts, now } = serving;
  const ask = askRights(instance.log.private);
  const todayOf = () => dayAt(now());

  async function list({ account, lang, search }: DeskVisit): Promise<Reply> {
    const words = deskWordsIn(lang);
    const today = todayOf();
    const only = FILTERS.find((one) => one === search.get("only"));
    const all = await ask.open();
    const open = all.filter((one) => only === undefined || isIn(only, one, today));
    const main = RegisterMain({ words, open, closed: await ask.closed(CLOSED), today });
    const done = doneIn(search, lang);
    return { page: deskPage({ account, lang, part: PART, title: words.title, main, done }) };
  }

  async function show(visit: DeskVisit, came?: Came, status = 200): Promise<Reply> {
    const { account, lang, search } = visit;
    const words = deskWordsIn(lang);
    const request = await ask.byId(idIn(visit));
    if (!request) return { status: 404, page: notePage(lang, "lost") };
    const { person } = request;
    const known = await instance.snapshot(async (db) => {
      if (person === null) return undefined;
      const card = (await peopleBySubject(db, [person])).get(person);
      if (!card) return undefined;
      const isLeft = await isNamesakes(db, card);
      return { card, isLeft, saidIn: await saidIn(db, person, card.name) };
    });
    const by = (await accounts.list()).find(({ id }) => id === request.answered_by)?.name;
    const today = todayOf();
    const longer = daysAfter(request.due, LONGER);
    const main = RequestMain({ words, request, known, by, today, longer, came });
    const done = doneIn(search, lang);
    const page = deskPage({ account, lang, part: PART, title: words.title, main, done });
    return { status, page };
  }

  async function act(visit: DeskVisit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const { fields, lang, account } = visit;
    const words = deskWordsIn(lang);
    const { do: does, words: text, who, sure } = fields;
    const id = idIn(visit);
    const request = await ask.byId(id);
    if (!request) return show(visit);
    const back = (trouble: string, status: number) =>
      show(visit, { does, words: text, who, trouble }, status);
    if (request.state !== "open") return back(words.late409, 409);
    const done = { ...after(`${PART}/${id}`), noted: { about: id, detail: does } };
    if (does === "hold") {
      const person = request.person ?? (await subjectOf(who));
      if (person === undefined) return back(words.holdExpected, 422);
      if (!(await ask.hold({ id, person }))) return back(words.late409, 409);
      await settleHold(serving, person);
      return done;
    }
    if (text === "" || text.length > MOST) return back(words.reasonExpected(MOST), 422);
    const on = todayOf();
    if (does === "ask") {
      const turn = { by: "desk", words: text, on } as const;
      return (await ask.say({ id, turn })) ? done : back(words.asked409, 409);
    }
    if (does === "extend") {
      const longer = { id, due: daysAfter(request.due, LONGER), why: text };
      return (await ask.extend(longer)) ? done : back(words.extended409, 409);
    }
    if (does === "release" || does === "uphold") {
      if (request.hold === null) return back(words.late409, 409);
      if (does === "uphold" && sure !== "yes") return back(words.sureExpected, 422);
      const said = { does, words: text, by: account.id } as const;
      return (await decide(serving, request, said)) ? done : back(words.late409, 409);
    }
    if (does !== "answer" || request.hold !== null) return back(words.late409, 409);
    const answer = { id, words: text, by: account.id, on, isMailed: isMailed(serving, request) };
    if (!(await ask.answer(answer))) return back(words.late409, 409);
    await mailAnswers(serving);
    return done;
  }

  async function subjectOf(who: string): Promise<string | undefined> {
    const slug = /\/authors\/([a-z0-9-]+)\/?$/.exec(who.trim())?.[1];
    if (slug === undefined) return undefined;
    return (await speaker.snapshot((db) => subjectAt(db, "people", slug)))?.subject;
  }

  return {
    [`GET ${PART}`]: door.of(WHO, list),
    [`GET ${PART}/:id`]: door.of(WHO, (visit) => show(visit)),
    [`POST ${PART}/:id`]: door.of(WHO, FIELDS, act),
  };
}

/** RI9: what waits, what is due within a week, what is late, who is hidden without a decision, and which objections hide nobody yet. */
export const rightsWait: NonNullable<Feature["waits"]> = async (
  { instance, now },
  account,
  lang,
): Promise<readonly Waiting[]> => {
  if (!may(account.role, WHO)) return [];
  const words = deskWordsIn(lang);
  const today = dayAt(now());
  const open = await askRights(instance.log.private).open();
  const count = (filter: Filter) => open.filter((one) => isIn(filter, one, today)).length;
  return [
    { words: words.waits, count: open.length, path: PART },
    ...FILTERS.map((filter) => ({
      words: words[filter],
      count: count(filter),
      path: `${PART}?only=${filter}`,
    })),
  ].filter((one) => one.count > 0);
};
