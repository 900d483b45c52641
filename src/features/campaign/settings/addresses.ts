/** The settings of the campaign, for owners. Rules C15 to C18, C20 and C21. */
import { join } from "node:path";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Page } from "../../../platform/web/route.ts";
import type { Campaign } from "../records.ts";
import { openedCampaign, pageList } from "../queries.ts";
import { baseOf, editCampaign, inSettingsTurn as inTurn } from "./commands.ts";
import { FIELDS, readSettings, typedOf } from "./fields.ts";
import { takeLogo } from "./logo.ts";
import { frontWeight } from "./look-desk.ts";
import type { Looks } from "./looks.ts";
import type { LookedAt } from "./pages/look.tsx";
import { SettingsMain } from "./pages/settings.tsx";
import { stillUsed } from "./still-used.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/settings";
const MAX_SETTINGS = 300_000; // bytes; some texts of 5,000 characters, six bytes each at most in a form
const SOUGHT = ["about", "privacy", "imprint"]; // pages that people look for on every site

interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
  /** What is looked at. */
  readonly look?: LookedAt;
}

export function settingsAddresses(serving: Serving, looks: Looks): Readonly<Record<string, Extra>> {
  const { door, speaker, base, mail, instance } = serving;
  const store = { media: instance.media, work: join(instance.folder.dir, "work") };

  /** Only an instance whose campaign stands has settings. */
  async function opened(): Promise<{ subject: string; campaign: Campaign }> {
    const found = await speaker.snapshot(openedCampaign);
    if (!found) throw new Error("Expected a campaign that stands; this one was withdrawn.");
    return found;
  }

  async function show({ account, lang, search }: DeskVisit, came: Came = {}) {
    const words = wordsIn(lang);
    const { campaign } = await opened();
    const written = await speaker.snapshot(pageList);
    const unwritten = SOUGHT.filter((slug) => !written.some((one) => one.slug === slug));
    const said = search.get("done");
    const main = SettingsMain({
      words,
      lang,
      campaign,
      typed: came.typed ?? typedOf(campaign),
      problems: came.problems ?? {},
      base: baseOf(campaign),
      done: came.done ?? (said === "saved" || said === "unchanged" ? words[said] : undefined),
      trouble: came.trouble,
      look: came.look,
      free: [...written, ...unwritten.map((slug) => ({ slug }))],
      address: base,
      mail: { isSet: mail !== undefined, to: account.email },
    });
    const own = { account, lang, part: PART, title: words.title, main };
    return deskPage({ ...own, ...(came.look !== undefined && { frames: "of" }) });
  }

  const form = { fields: FIELDS, most: MAX_SETTINGS };
  const save = door.of("settings", form, async (visit) => {
    const typed: Typed = visit.fields;
    return inTurn(() => saveTyped(visit, typed));
  });

  /** C32: the front page as it would be. */
  const look = door.of("settings", form, async (visit) => {
    const typed: Typed = visit.fields;
    const read = readSettings(typed, (await opened()).campaign, wordsIn(visit.lang));
    if ("problems" in read)
      return { status: 422, page: await show(visit, { typed, problems: read.problems }) };
    const id = looks.keep({ campaign: read.campaign, by: visit.account.id });
    const seen = { id, bytes: await frontWeight(serving, read.campaign) };
    return { page: await show(visit, { typed, look: seen }), noted: false };
  });

  async function saveTyped(visit: DeskVisit, typed: Typed): Promise<Reply> {
    const words = wordsIn(visit.lang);
    const { subject, campaign } = await opened();
    const read = readSettings(typed, campaign, words);
    if ("problems" in read)
      return { status: 422, page: await show(visit, { typed, problems: read.problems }) };
    const problems = await stillUsed(speaker, campaign, read.campaign, words);
    if (Object.keys(problems).length > 0)
      return { status: 422, page: await show(visit, { typed, problems }) };
    if (typed["base"] !== baseOf(campaign))
      return { status: 409, page: await show(visit, { typed, trouble: words.conflict }) };
    return sayIfNew(subject, campaign, read.campaign);
  }

  async function sayIfNew(subject: string, before: Campaign, body: Campaign): Promise<Reply> {
    if (baseOf(before) === baseOf(body)) return { to: `${PART}?done=unchanged` };
    await editCampaign(speaker, subject, body);
    return { to: `${PART}?done=saved` };
  }

  async function putLogo(visit: DeskVisit): Promise<Reply> {
    const taken = await takeLogo(visit.req, store, wordsIn(visit.lang));
    if ("problem" in taken)
      return { status: 422, page: await show(visit, { trouble: taken.problem }) };
    return inTurn(async () => {
      const { subject, campaign } = await opened();
      return sayIfNew(subject, campaign, { ...campaign, logo: taken });
    });
  }

  const removeLogo = (): Promise<Reply> =>
    inTurn(async () => {
      const { subject, campaign } = await opened();
      const { logo: _, ...rest } = campaign;
      return sayIfNew(subject, campaign, rest);
    });

  return {
    [`GET ${PART}`]: door.of("settings", async (visit) => ({ page: await show(visit) })),
    [`POST ${PART}`]: save,
    [`POST ${PART}/look`]: look,
    [`POST ${PART}/logo`]: door.of("settings", putLogo),
    [`POST ${PART}/logo/remove`]: door.of("settings", removeLogo),
    [`POST ${PART}/mail`]: door.of("settings", (visit) =>
      testMail(serving, visit, (came) => show(visit, came)),
    ),
  };
}

/** One message to whoever asks; the page says what the mail server answered. */
async function testMail(
  { mail }: Serving,
  visit: DeskVisit,
  show: (came: Came) => Promise<Page>,
): Promise<Reply> {
  const { account, frame, lang } = visit;
  const { mail: w } = wordsIn(lang);
  const { email } = account;
  if (!mail || email === undefined)
    return { page: await show({ trouble: mail ? w.noAddress : w.none }) };
  const message = { to: email, subject: w.subject(frame.name), text: w.text(frame.name) };
  return mail.send(message).then(
    async (answer) => ({ page: await show({ done: w.took(email, answer) }) }),
    async (error: Error) => {
      const said = (error as { response?: string }).response ?? error.message;
      return { status: 502, page: await show({ trouble: w.refused(said) }) };
    },
  );
}
