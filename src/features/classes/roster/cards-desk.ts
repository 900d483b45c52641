/** Cards are made and shown, once. Rules CL4 and CL5. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { readForm } from "../../../platform/web/form-body.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { listedWords } from "../../../platform/words/inline.tsx";
import { askClasses } from "../private/classes.ts";
import { isToken, newToken } from "../secrets.ts";
import { cardAddresses } from "./card-address.ts";
import { newCard, seenCard } from "./cards.ts";
import { inTurnOf } from "./enrolling.ts";
import { CardsMain } from "./pages/cards.tsx";
import { MadeMain } from "./pages/made.tsx";
import { stateOf } from "./room-form.ts";
import { atRoom, pageOf, type RoomVisit } from "./visit.tsx";

const TICK = "card."; // then the id of somebody: the value is the card that the form saw
const MOST_FORM = 40_000; // bytes; a hundred ticks are 5,000

export const showCards = async (
  { serving, visit, held, words, today }: RoomVisit,
  trouble?: string,
): Promise<Reply> => {
  const isOver = stateOf(held.room, today) === "over";
  const addresses = addressesOf(serving, visit);
  const main = CardsMain({ words, held, form: newToken(), isOver, addresses, trouble });
  const done = visit.search.has("made") ? words.cards.made(held.learners.length) : undefined;
  return {
    status: trouble === undefined ? 200 : 422,
    page: pageOf(visit, held.room.name, main, { done }),
  };
};

const addressesOf = (serving: Serving, { req }: DeskVisit): readonly string[] =>
  cardAddresses(serving, req.headers.host);

export const makeCards = (serving: Serving) => {
  const work = atRoom(serving, async (at) => {
    const { visit, held, words } = at;
    const form = await readForm(visit.req, ["id", "address"], MOST_FORM, [TICK]);
    if ("problem" in form) return { unread: form.problem };
    const { id, address, ...rest } = form.fields as Readonly<Record<string, string>>;
    const ticked = new Map(
      Object.entries(rest).map(([name, seen]) => [name.slice(TICK.length), seen]),
    );
    if (id === undefined || !isToken(id)) return showCards(at, words.wrong.id);
    if (ticked.size === 0) return showCards(at, words.cards.nobody);
    const asked = held.learners
      .filter((learner) => ticked.has(learner.id))
      .map((learner) => ({ learner, ...newCard(held.room, learner.id, id) }));
    const again = asked.filter((one) => one.learner.code_hash === one.code_hash);
    const fresh = asked.filter(
      (one) => !again.includes(one) && seenCard(one.learner) === ticked.get(one.learner.id),
    );
    const cards = asked.filter((one) => again.includes(one) || fresh.includes(one));
    const kept = asked.filter((one) => !cards.includes(one));
    if (fresh.length > 0)
      await askClasses(serving.instance.log.private).newCards(
        fresh.map(({ learner, code_hash, pin_hash }) => ({ id: learner.id, code_hash, pin_hash })),
      );
    const names = listedWords(
      kept.map(({ learner }) => `\u2068${learner.name}\u2069`),
      words.lang,
    );
    const known = addressesOf(serving, visit);
    const main = MadeMain({
      words,
      held,
      cards,
      base: known.find((one) => one === address) ?? known[0]!,
      isAgain: fresh.length === 0 && cards.length > 0,
      kept: kept.length === 0 ? undefined : words.cards.kept(names),
    });
    const page = { ...pageOf(visit, words.cards.title, main), unkept: true as const };
    return {
      page,
      status: cards.length === 0 ? 409 : 200,
      noted: fresh.length > 0 && { detail: String(fresh.length) },
    };
  });
  return (visit: DeskVisit): Promise<Reply> => inTurnOf(visit.params["id"]!, () => work(visit));
};
