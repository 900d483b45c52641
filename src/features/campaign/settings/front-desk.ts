/** The front page arranged at the desk, and looked at before it is said. Rules C31 to C34. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { pageMeant, pagesByName, pageShown } from "../../../platform/web/pages-by-name.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import { STORY_BUDGET } from "../../../platform/web/wire.ts";
import type { Campaign } from "../records.ts";
import { openedCampaign } from "../queries.ts";
import { chosen, named, openChoices, type Choices } from "./choices.ts";
import { baseOf, editCampaign, inSettingsTurn } from "./commands.ts";
import { FRONT_FIELDS, frontTyped, readFront } from "./front-fields.ts";
import { frontWordsIn } from "./front-words.ts";
import { frontWeight, showLook } from "./look-desk.ts";
import type { Looks } from "./looks.ts";
import { tooHeavy, type LookedAt } from "./pages/look.tsx";
import { FrontForm } from "./pages/front-form.tsx";

export const FRONT = "/desk/front";
const MAX_FRONT = 60_000; // bytes; a dozen names of 500 characters, and the numbers beside them

interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
  /** What is looked at, and what it weighs. */
  readonly look?: LookedAt;
}

const pagesIn = (frame: Frame, lang: string, { programmes }: Choices) =>
  pagesByName(
    frame,
    lang,
    [...programmes].map(([slug, name]) => ({ path: `/programmes/${slug}`, name })),
  );

export function frontAddresses(serving: Serving, looks: Looks): Readonly<Record<string, Extra>> {
  const { door, speaker, now } = serving;

  const choicesOn = openChoices();

  const opened = () =>
    speaker.snapshot(async (db) => {
      const found = await openedCampaign(db);
      if (!found) throw new Error("Expected a campaign that stands; this one was withdrawn.");
      return { ...found, choices: await choicesOn(db, dayAt(now())) };
    });

  function show(
    { account, lang, search, frame }: DeskVisit,
    { campaign, choices }: { readonly campaign: Campaign; readonly choices: Choices },
    came: Came = {},
  ) {
    const words = frontWordsIn(lang);
    const said = search.get("done");
    const pages = pagesIn(frame, lang, choices);
    const typed = came.typed ?? named(frontTyped(campaign), choices);
    const main = FrontForm({
      words,
      lang,
      campaign,
      choices,
      pages,
      typed: { ...typed, linkTo: pageShown(pages, typed["linkTo"] ?? "") },
      problems: came.problems ?? {},
      base: baseOf(campaign),
      trouble: came.trouble,
      mayBringBack: may(account.role, "settings"),
      look: came.look,
      done: said === "saved" || said === "unchanged" ? words[said] : undefined,
    });
    const own = { account, lang, part: FRONT, title: words.title, main };
    return deskPage({ ...own, ...(came.look !== undefined && { frames: "of" }) });
  }

  /** What was chosen; or the answer that says what does not fit. */
  async function read(visit: DeskVisit & Fields<string>) {
    const { base, linkTo = "", ...others } = visit.fields;
    const words = frontWordsIn(visit.lang);
    const stands = await opened();
    const { campaign, choices } = stands;
    const pages = pagesIn(visit.frame, visit.lang, choices);
    const typed = { ...others, linkTo: pageMeant(pages, linkTo) };
    const picked = chosen(typed, choices, frontTyped(campaign), words);
    const arranged = readFront(picked.typed, campaign, words);
    const problems = { ...("problems" in arranged && arranged.problems), ...picked.problems };
    const refused = (status: number, came: Came): Reply => ({
      status,
      page: show(visit, stands, { typed, ...came }),
    });
    if ("problems" in arranged || Object.keys(problems).length > 0)
      return { answer: refused(422, { problems }) };
    return { ...stands, base, typed, after: arranged.campaign, refused };
  }

  async function look(visit: DeskVisit & Fields<string>): Promise<Reply> {
    const came = await read(visit);
    if ("answer" in came) return came.answer;
    const id = looks.keep({ campaign: came.after, by: visit.account.id });
    const seen = { id, bytes: await frontWeight(serving, came.after) };
    return { page: show(visit, came, { typed: came.typed, look: seen }), noted: false };
  }

  async function save(visit: DeskVisit & Fields<string>): Promise<Reply> {
    return inSettingsTurn(async () => {
      const came = await read(visit);
      if ("answer" in came) return came.answer;
      const { subject, campaign, after, base, refused } = came;
      if (base !== baseOf(campaign))
        return refused(409, { trouble: frontWordsIn(visit.lang).conflict });
      if (baseOf(after) === base) return { to: `${FRONT}?done=unchanged`, noted: false };
      const bytes = await frontWeight(serving, after);
      // What is too heavy already may be made lighter in steps.
      if (bytes > STORY_BUDGET && bytes > (await frontWeight(serving, campaign)))
        return refused(422, { trouble: tooHeavy(bytes, visit.lang) });
      await editCampaign(speaker, subject, after);
      return { to: `${FRONT}?done=saved` };
    });
  }

  const form = { fields: FRONT_FIELDS, most: MAX_FRONT };
  return {
    [`GET ${FRONT}`]: door.of("publish", async (visit) => ({ page: show(visit, await opened()) })),
    [`POST ${FRONT}`]: door.of("publish", form, save),
    [`POST ${FRONT}/look`]: door.of("publish", form, look),
    [`GET ${FRONT}/look/:id`]: door.of("publish", (visit) => showLook(serving, looks, visit)),
  };
}
