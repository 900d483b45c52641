/** A consent that stands in public is taken back at the desk in one act, after it was said what goes with it. Rule T19. */
import { Going } from "../../platform/accounts/going.tsx";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { storiesBySubject } from "../stories/api.ts";
import type { Agreed } from "./agreed.ts";
import type { At } from "./consents-desk.ts";
import type { Asked } from "./form.ts";
import { endAgreed } from "./end-agreed.ts";
import { sweepUploads } from "./store-of.ts";
import { goingWith } from "./withdraw.ts";
import { wordsIn } from "./words.ts";

/** The public one under this id; undefined where there is none. */
const oneOf = ({ about, visit }: At): Agreed | undefined =>
  about.agreed.find(({ row }) => row.id === visit.params["row"] && row.subject !== null);

export async function showEnding(at: At, isUnsure = false): Promise<Reply> {
  const { visit, about } = at;
  const { account, lang } = visit;
  const one = oneOf(at);
  if (!one) return { status: 404, page: notePage(lang, "lost") };
  const { ending } = wordsIn(lang).consents;
  const { name } = one.asked;
  const title = ending.title(name);
  const main = Going({
    title,
    lead: ending.lead,
    ...(await listsOf(at, one)),
    sure: ending.sure(name),
    unsure: isUnsure ? ending.unsure : undefined,
    again: visit.isSure ? undefined : ending.again,
    button: ending.button,
    links: [[`${about.path}/consents`, wordsIn(lang).consents.title]],
  });
  const page = deskPage({ account, lang, part: about.part, title, main });
  return { page, status: isUnsure ? 422 : 200 };
}

/** By the same question as the act itself asks. */
async function listsOf({ serving, visit }: At, { row }: Agreed) {
  const { ending } = wordsIn(visit.lang).consents;
  const { instance, speaker } = serving;
  const {
    said,
    people: all,
    own,
    naming,
    leaving,
    goes,
    stays,
  } = await goingWith({ speaker, private: instance.log.private }, row);
  const stories = [...(own === undefined ? [] : [own]), ...naming];
  const going = new Set(goes.map(({ subject }) => subject));
  const people = new Set([...all].filter((one) => going.has(one)));
  const staying = new Set(said.flatMap(({ on }) => (all.has(on) ? [] : [on])));
  const names = await instance.snapshot((db) => namesOf(db, [...stories, ...people, ...staying]));
  const called = (subject: string) => names.get(subject)?.name ?? subject.slice(0, 12);
  const consents = goes.filter(({ n }) => n >= 0).length; // the code of whoever sent it is none
  const beside = await instance.snapshot(async (db) => {
    const told = await storiesBySubject(db, [...naming]);
    const also = [...told.values()].flatMap(({ people: named = [] }) => named);
    const others = also.filter((one) => !leaving.has(one));
    return [...(await slugsOf(db, others)).values()];
  });
  const inIt = stays.flatMap(({ about }) => (JSON.parse(about) as Asked).as?.slug ?? []);
  const others = new Set([...inIt, ...beside]).size;
  return {
    goes: {
      title: ending.goes,
      all: [
        ...stories.map((story) => ending.story(called(story))),
        ...[...people].map((person) => ending.person(called(person))),
        ending.consents(consents),
        ending.sent,
      ],
    },
    stays: {
      title: ending.stays,
      all: [
        ...[...staying].map((person) => ending.known(called(person))),
        ...(others > 0 ? [ending.rest(others)] : []),
        ending.log,
      ],
    },
  };
}

/** Whoever came in long ago was asked to come in once more before this. */
export async function takeBackAtDesk(at: At, sure: string): Promise<Reply> {
  const { serving, about } = at;
  const one = oneOf(at);
  if (!one) return { status: 404, page: notePage(at.visit.lang, "lost") };
  if (sure !== "yes") return showEnding(at, true);
  await endAgreed(serving, one.row);
  await sweepUploads(serving);
  return { to: `${about.part}?done`, noted: { about: about.id, detail: "withdraw" } };
}
