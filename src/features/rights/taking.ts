/** The page of everybody’s rights, and requests as they come in, without an account. Rules RI1 to RI4. */
import { daysAfter } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { toIn } from "../../platform/web/frame.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { answerableOf, fullWords } from "./answerable.ts";
import { FIELDS, readAsked, type Asked, type Typed } from "./asked.ts";
import { beginning, givePlace, keepPlace, settleHold, takePlace } from "./deciding.ts";
import { isCode, whomBy } from "./finding.ts";
import { AskMain, RightsMain } from "./pages/rights.tsx";
import { askRights, RIGHTS, type Hold } from "./private.ts";
import { wordsIn, type RightsWords } from "./words.ts";

const ASK = "/rights/ask";
type Visit = PublicVisit<RightsWords>;

export const rightsRoutes: readonly Route[] = [{ path: "/rights", answer: rights }];

async function rights(request: PageRequest): Promise<Answer> {
  const words = wordsIn(request.lang);
  const answerable = await answerableOf(request.db);
  return {
    kind: "page",
    uses: { projections: ["campaign"] },
    title: words.title,
    description: words.lead,
    lang: words.lang,
    main: RightsMain({ words, to: toIn(request), answerable }),
  };
}

export function rightsAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, speaker, budgets } = serving;
  const { snapshot } = instance;
  const ask = askRights(instance.log.private);
  const at = inPublic(serving, { words: wordsIn, unlisted: true });

  async function form(
    { words, lang, to }: Visit,
    came: Pick<Parameters<typeof AskMain>[0], "typed" | "problems" | "trouble">,
    status = 200,
  ): Promise<PageReply> {
    const answerable = await snapshot(answerableOf);
    const isMailing = serving.mail !== undefined;
    const main = AskMain({ words, lang, to, answerable, isMailing, ...came });
    return { status, page: unkeptPage(words.lang, { title: words.title, main }) };
  }

  const open = at(({ search, ...visit }) => {
    const what = RIGHTS.find((one) => one === search.get("for"));
    const about = search.get("about") ?? "";
    const place = /^\/[a-z]+\/[a-z0-9-]+$/.test(about) ? visit.frame.base + visit.to(about) : "";
    const typed = { id: newSecret(), as: "self", place, ...(what && { what }) };
    return form({ ...visit, search }, { typed });
  });

  async function take(visit: Visit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const { req, words, lang, frame, today, to } = visit;
    const typed: Typed = withOwnId(req, frame.base, visit.fields);
    visit.comesBack((status, trouble) => form(visit, { typed, trouble }, status));
    const { id = "" } = typed;
    const first = isSecret(id) ? await ask.bySecret(id) : undefined;
    if (first) return { to: to(`/rights/${id}`) }; // pressed twice
    const read = readAsked(typed, words, lang);
    if ("problems" in read) return form(visit, { typed, problems: read.problems }, 422);
    const full = async () => {
      const trouble = fullWords(words, await snapshot(answerableOf));
      return form(visit, { typed, trouble }, 503);
    };
    const busy = async (kind: "guess" | "rights") =>
      budgets.load(kind) >= 1
        ? full()
        : tooOften(await form(visit, { typed, trouble: words.busy }));
    if (isCode(read.place) && !budgets.take("guess", req)) return busy("guess");
    const { what, asked, place, contact } = read;
    const whom = await whomBy(
      { snapshot: speaker.snapshot, private: instance.log.private, frame },
      { place, name: asked.name },
    );
    const problems = { place: words.expected.code };
    if (!whom) return form(visit, { typed, problems }, 422);
    if (!budgets.take("rights", req)) return busy("rights");
    const { person, ...found } = whom;
    const { days } = await snapshot(answerableOf);
    const secret = isSecret(id) ? id : newSecret();
    const begins = what === "object" ? await holdOf(asked, isSecret(id), person) : undefined;
    const network = begins === "held" ? takePlace(serving, req) : undefined;
    const request = await ask.add({
      secret,
      what,
      came: today,
      due: daysAfter(today, days),
      about: JSON.stringify({ ...asked, ...found } satisfies Asked),
      person: person ?? null,
      contact,
      hold: begins === "held" && network === undefined ? "waits" : begins,
      isVouched: found.found === "consent",
    });
    const { id: of } = request ?? { id: "" };
    if (network !== undefined) keepPlace(serving, of, network);
    if (request?.hold !== "held") givePlace(serving, of);
    if (!request) return full();
    if (request.hold === "held") await settleHold(serving, request.person!);
    return { to: to(`/rights/${secret}`) };
  }

  /** For somebody else, about nobody who was found, or by a program that never opened the form: a person looks first. */
  const holdOf = async ({ as }: Asked, isForm: boolean, person?: string): Promise<Hold> =>
    person === undefined || as === "other" || !isForm ? "waits" : beginning(serving, person);

  return {
    [`GET ${ASK}`]: open,
    [`POST ${ASK}`]: at(FIELDS, take),
  };
}
