/** The room at the desk: a page elsewhere is shown in the desk's words. Rule RM3. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { acceptRemark, sayerOf, tidied } from "../conversation/api.ts";
import { remarkById, isOpen, type Remark, askRemarks } from "../conversation/model.ts";
import { CARD_FIELDS, readCard, type CardProblems, type TypedCard } from "./card.ts";
import { HashtagDesk } from "./pages/desk.tsx";
import { wordsIn, type HashtagWords } from "./words.ts";

const PART = "/desk/room";

interface Came {
  readonly status?: number;
  readonly typed?: TypedCard;
  readonly problems?: CardProblems;
  readonly trouble?: string;
  readonly done?: string | undefined;
}

export function hashtagDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, now } = serving;
  const ask = instance.log.private;

  function show({ account, lang, frame }: DeskVisit, came: Came = {}): Reply {
    const words = wordsIn(lang);
    const { status, done, ...rest } = came;
    const main = HashtagDesk({ ...rest, frame, words });
    const { title } = words.desk;
    return {
      ...(status !== undefined && { status }),
      page: deskPage({ account, lang, part: PART, title, main, done }),
    };
  }

  const card = door.of("moderate", CARD_FIELDS, async (visit) => {
    const words = wordsIn(visit.lang);
    const typed = { ...visit.fields, id: "" };
    const today = dayAt(now());
    const read = readCard(typed, { frame: visit.frame, words, today });
    if ("problems" in read) return show(visit, { status: 422, typed, problems: read.problems });
    const find = () => instance.snapshot((db) => remarkById(db, read.said.id));
    const { desk } = words;
    const before = await find();
    if (before && !isOpen(before.state))
      return show(visit, { status: 409, typed, trouble: whyNot(before, desk) });
    const remark = before ?? (await askRemarks(ask).add(tidied(read.said)));
    if (!remark) return show(visit, { status: 503, typed, trouble: desk.full });
    const decision = { by: visit.account.id, day: today };
    if ((await acceptRemark(sayerOf(serving), remark, decision)) !== undefined) return after(PART);
    const found = (await find()) ?? remark; // somebody else was faster
    return show(visit, { status: 409, typed, trouble: whyNot(found, desk) });
  });

  return {
    [`GET ${PART}`]: door.of("moderate", async (visit) =>
      show(visit, { done: doneIn(visit.search, visit.lang) }),
    ),
    [`POST ${PART}`]: card,
  };
}

/** Why a card is not said now: of a page that was taken down it is not said again. */
function whyNot({ state }: Pick<Remark, "state">, say: HashtagWords["desk"]): string {
  if (isOpen(state)) return say.held;
  return state === "accepted" ? say.known : say.taken;
}
