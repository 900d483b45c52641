/** The addresses of giving at the desk. Rules BA7 to BA10. */
import { languageName } from "../../../platform/web/words.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { NotSaid } from "../../../platform/sent/speaker.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { askClasses, askTeaching, classAt, shutFor, type HeldClass } from "../../classes/api.ts";
import { anotherKey } from "../keys.ts";
import { ClassesMain, type ClassLine } from "../pages/classes.tsx";
import { RoomMain } from "../pages/room.tsx";
import { TakeBackMain } from "../pages/take-back.tsx";
import { askBadges, type GivenBadge } from "../private.ts";
import { allKeys } from "../queries.ts";
import { wordsIn, type BadgeWords } from "../words.ts";
import { badgeLanguages, giveBadges, isForEver, readyIn, takeBack } from "./give.ts";
import { printed } from "./print.ts";

export const PART = "/desk/badges";
const MOST_LEARNERS = 3000; // of one class; their boxes are named by their numbers
const MOST_CLASSES = 60; // the latest; each is read whole
const BOXES = Array.from({ length: MOST_LEARNERS }, (_, i) => `n${i + 1}`);
const GIVE_FORM = { fields: ["lang", ...BOXES], most: 100_000 }; // bytes
const MOST_REASON = 200; // characters

interface RoomVisit<V extends DeskVisit = DeskVisit> {
  readonly serving: Serving;
  readonly visit: V;
  readonly held: HeldClass;
  readonly badges: readonly GivenBadge[];
  readonly words: BadgeWords;
}

export function givingAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { of, sure } = serving.door;
  const room = `${PART}/:room`;
  const back = atBadge(serving, showTakeBack);
  const taken = atBadge<DeskVisit & Fields<"reason">>(serving, postTakeBack);
  return {
    [`GET ${PART}`]: of("teach", (visit) => showClasses(serving, visit)),
    [`POST ${PART}/key`]: sure("settings", PART, (visit) => makeKey(serving, visit)),
    [`GET ${room}`]: of("teach", atRoom(serving, showRoom)),
    [`POST ${room}/give`]: of("teach", GIVE_FORM, atRoom(serving, give)),
    [`GET ${room}/print`]: of("teach", atRoom(serving, print)),
    [`GET ${room}/back/:badge`]: of("teach", back),
    [`POST ${room}/back/:badge`]: sure("teach", PART, ["reason"], taken),
  };
}

const atRoom =
  <V extends DeskVisit>(serving: Serving, work: (at: RoomVisit<V>) => Promise<Reply>) =>
  async (visit: V): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const id = (visit.params["room"] ?? "").split("/")[0]!;
    const shut = await shutFor(serving, visit, { room: id, gone: () => missing(visit, words) });
    if (shut) return shut;
    const held = await serving.instance.snapshot((db) => classAt(db, id));
    if (!held) return missing(visit, words);
    const badges = await askBadges(serving.instance.log.private).ofRoom(id);
    return work({ serving, visit, held, badges, words });
  };

/** One that was given in that class. */
const atBadge = <V extends DeskVisit>(
  serving: Serving,
  work: (at: RoomVisit<V> & { readonly badge: GivenBadge }) => Promise<Reply>,
) =>
  atRoom<V>(serving, async (at) => {
    const id = at.visit.params["badge"]!.split("/")[0];
    const badge = at.badges.find((one) => one.id === id);
    return badge ? work({ ...at, badge }) : missing(at.visit, at.words);
  });

async function showClasses(
  serving: Serving,
  visit: DeskVisit,
  came: { readonly trouble?: string } = {},
): Promise<Reply> {
  const { instance } = serving;
  const ask = askBadges(instance.log.private);
  const words = wordsIn(visit.lang);
  const own = new Set(await askTeaching(instance.log.private).teaching(visit.account.id));
  const all = await askClasses(instance.log.private).rooms();
  const rooms = all.filter(({ id }) => own.has(id)).slice(0, MOST_CLASSES);
  const lines: ClassLine[] = [];
  for (const room of rooms) {
    const held = await instance.snapshot((db) => classAt(db, room.id));
    if (!held) continue;
    const given = (await ask.ofRoom(room.id)).filter(({ withdrawn }) => withdrawn === null);
    lines.push({ room, course: held.course, finished: readyIn(held).length, given: given.length });
  }
  const made = await ask.keys();
  const said = new Set((await instance.snapshot(allKeys)).map(({ kid }) => kid));
  const keys = made.filter(({ kid }) => said.has(kid)).toReversed();
  const mayMake = visit.account.role === "owner";
  const main = ClassesMain({ lines, keys, mayMake, words, lang: visit.lang, ...came });
  const done = visit.search.get("done") === "key" ? words.keyMade : undefined;
  return {
    ...(came.trouble !== undefined && { status: 503 }),
    page: pageOf(visit, words.desk.title, main, done),
  };
}

async function makeKey(serving: Serving, visit: DeskVisit): Promise<Reply> {
  try {
    const { kid } = await anotherKey(serving);
    return { to: `${PART}?done=key`, noted: { about: `badges/keys/${kid}` } };
  } catch (error) {
    if (!(error instanceof NotSaid)) throw error;
    return showClasses(serving, visit, { trouble: wordsIn(visit.lang).keyNotSaid });
  }
}

async function showRoom(at: RoomVisit, came: { readonly trouble?: string } = {}): Promise<Reply> {
  const { serving, visit, held, badges, words } = at;
  const { lang, search } = visit;
  const languages = badgeLanguages(held).map((tag) => [tag, languageName(tag)] as const);
  const main = RoomMain({
    noAddress: isForEver(serving) ? undefined : words.noAddress(serving.base),
    held,
    badges,
    languages,
    words,
    lang,
    ...came,
  });
  const given = /^\d{1,4}$/.test(search.get("given") ?? "") ? Number(search.get("given")) : 0;
  const done = given > 0 ? words.done(given) : search.has("back") ? words.takenBack : undefined;
  return {
    ...(came.trouble !== undefined && { status: 422 }),
    page: pageOf(visit, held.room.name, main, done),
  };
}

async function give(at: RoomVisit<DeskVisit & Fields<string>>): Promise<Reply> {
  const { serving, visit, held, words } = at;
  const { fields, account, frame } = visit;
  const chosen = held.learners.filter(({ number }) => fields[`n${number}`] === "yes");
  const ids = new Set(chosen.map(({ id }) => id));
  if (ids.size === 0) return showRoom(at, { trouble: words.nothing });
  const languages = badgeLanguages(held);
  const lang = languages.find((one) => one === fields["lang"]) ?? languages[0] ?? "en";
  const { room } = held;
  try {
    const given = await giveBadges(serving, {
      held,
      ids,
      lang,
      issuer: frame.name,
      by: account.name,
    });
    if (given === "address") return await showRoom(at); // which says why, and what to do
    if (given === "long") return await showRoom(at, { trouble: words.tooLong });
    return { to: `${PART}/${room.id}?given=${given}`, noted: { about: `classes/${room.id}` } };
  } catch (error) {
    if (!(error instanceof NotSaid)) throw error;
    return showRoom(at, { trouble: words.keyNotSaid });
  }
}

const print = ({ serving, visit, held: { learners, room }, badges }: RoomVisit): Promise<Reply> =>
  printed({
    serving,
    visit,
    learners,
    badges,
    of: room.name,
    back: `${PART}/${room.id}`,
    backWords: ({ sheet }) => sheet.back,
  });

type BadgeVisit<V extends DeskVisit = DeskVisit> = RoomVisit<V> & { readonly badge: GivenBadge };

async function showTakeBack(
  at: BadgeVisit,
  came: { readonly reason?: string; readonly problem?: string } = {},
): Promise<Reply> {
  const { visit, held, badge, words } = at;
  if (badge.withdrawn !== null) return { to: `${PART}/${held.room.id}?back` };
  // Asked before the form is shown, and led back to it: nothing that was typed is lost.
  if (!visit.isSure) return { to: `/desk/sign-in?again&then=${encodeURIComponent(visit.path)}` };
  const learner = held.learners.find(({ id }) => id === badge.learner);
  const title = words.takeBackOf(learner?.name ?? words.former);
  const main = TakeBackMain({ title, path: `${PART}/${held.room.id}`, badge, words, ...came });
  return {
    ...(came.problem !== undefined && { status: 422 }),
    page: pageOf(visit, title, main),
  };
}

async function postTakeBack(at: BadgeVisit<DeskVisit & Fields<"reason">>): Promise<Reply> {
  const { serving, visit, held, badge, words } = at;
  const reason = (visit.fields.reason ?? "").trim();
  if (reason.length > MOST_REASON || /\p{Cc}/u.test(reason))
    return showTakeBack(at, { reason, problem: words.reasonWrong });
  await takeBack(serving, badge, reason);
  return { to: `${PART}/${held.room.id}?back`, noted: { about: `classes/${held.room.id}` } };
}

const pageOf = ({ account, lang }: DeskVisit, title: string, main: Html, done?: string) =>
  deskPage({ account, lang, part: PART, title, main, done });

function missing(visit: DeskVisit, words: BadgeWords): Reply {
  const main = (
    <>
      <PlainHead title={words.lost} />
      <p>
        <a href={PART}>{words.all}</a>
      </p>
    </>
  );
  return { status: 404, page: pageOf(visit, words.lost, main) };
}
