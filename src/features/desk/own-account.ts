/** What is one's own: sign-ins, PIN, another device, passkeys. Rules D8 to D11. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { GivenLink } from "./pages/accounts.tsx";
import { MeMain, type MeProps } from "./pages/me.tsx";
import { isEasy } from "./easy-pin.ts";
import { passkeyScript } from "./script.ts";
import { linkTo } from "./link.ts";
import { askNotices } from "./notices/private.ts";
import { noticeAddresses, NoticesPart } from "./notices/routes.tsx";
import { wordsIn as noticeWordsIn } from "./notices/words.ts";
import { wordsIn as secondWordsIn } from "./second/words.ts";
import { waysOf } from "./ways.ts";
import { wordsIn } from "./words.ts";

const DEVICE_MINUTES = 10;
const MAX_ANSWER = 20_000; // bytes of a browser's answer about a passkey

const PART = "/desk/me";
const DONE = ["ended", "langSaved", "pinSaved", "passkeyRemoved", "passkeySaved"] as const;

export function meAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, base, now } = serving;

  async function setPin(visit: DeskVisit & Fields<"pin" | "again">): Promise<Reply> {
    const { account, lang, fields } = visit;
    const { me: w } = wordsIn(lang);
    const [pin, again] = [fields.pin, fields.again].map((s) => s.replaceAll(/\s/g, ""));
    const { id, name } = account;
    const twin = (await accounts.list()).some((one) => one.name === name && one.id !== id);
    const problems = {
      ...(pin !== again && { again: w.pinDiffers }),
      ...(isEasy(pin!) && { pin: w.pinEasy }),
      ...(!/^\d{8,40}$/.test(pin!) && { pin: w.pinExpected }),
      ...(twin && { pin: w.pinTwin(name) }),
    };
    if (Object.keys(problems).length > 0)
      return { status: 422, page: await page(serving, visit, problems) };
    await accounts.setPin(id, pin!);
    await accounts.revokeOthers(id, visit.signIn);
    return { to: `${PART}?done=pinSaved` };
  }

  const setLang = door.of("anybody", ["lang"], async (visit) => {
    const { lang } = visit.fields;
    if (!isLanguage(lang)) return { to: PART };
    await accounts.change(visit.account.id, { lang });
    return { to: `${PART}?done=langSaved` };
  });

  async function device({ account, isStrong, lang }: DeskVisit): Promise<Reply> {
    const words = wordsIn(lang);
    const { me: w } = words;
    const by = isStrong ? "vouched" : "unproved"; // it vouches for no more than is known
    const token = await accounts.link(account.id, DEVICE_MINUTES, by);
    const link = linkTo(base, token, account.lang);
    const until = new Date(now() + DEVICE_MINUTES * 60_000).toISOString().slice(11, 16);
    const [title, works] = [w.deviceTitle, w.deviceWorks(until)];
    const main = GivenLink({ words, title, works, link, back: [PART, w.title] });
    return { page: deskPage({ account, lang, part: PART, title, main }) };
  }

  async function addPasskey(visit: DeskVisit & Fields<"answer">): Promise<Reply> {
    const { account, signIn, fields } = visit;
    const added = await accounts.passkeys.added(account.id, parsed(fields.answer));
    if (added) await accounts.madeStrong(signIn);
    return added ? { json: { to: `${PART}?done=passkeySaved` } } : { status: 403, json: {} };
  }

  /** A form that names one thing of one's own; what is somebody else's is not found and stays. */
  const ending = (
    done: (typeof DONE)[number],
    end: (visit: DeskVisit, id: string) => Promise<void>,
  ): Extra => {
    const work = async (visit: DeskVisit & Fields<"id">): Promise<Reply> => {
      await end(visit, visit.fields.id);
      return { to: `${PART}?done=${done}` };
    };
    return done === "passkeyRemoved"
      ? door.sure("anybody", PART, ["id"], work)
      : door.of("anybody", ["id"], work);
  };

  return {
    ...noticeAddresses(serving, async (visit, problems) => ({
      status: 422,
      page: await page(serving, visit, problems),
    })),
    [`GET ${PART}`]: door.of("anybody", async (visit) => ({ page: await page(serving, visit) })),
    [`POST ${PART}/sign-ins`]: ending("ended", ({ account }, id) =>
      accounts.revoke(account.id, id),
    ),
    [`POST ${PART}/passkeys`]: ending("passkeyRemoved", async ({ account, signIn }, id) => {
      await accounts.passkeys.drop(account.id, id);
      await accounts.revokeOthers(account.id, signIn);
    }),
    [`POST ${PART}/language`]: setLang,
    [`POST ${PART}/pin`]: door.sure("anybody", PART, ["pin", "again"], setPin),
    [`POST ${PART}/device`]: door.sure("anybody", PART, device),
    [`POST ${PART}/passkey/ask`]: door.sure("anybody", PART, async ({ account }) => ({
      json: await accounts.passkeys.add(account),
    })),
    [`POST ${PART}/passkey/answer`]: door.sure(
      "anybody",
      PART,
      { fields: ["answer", "onward"], most: MAX_ANSWER },
      addPasskey,
    ),
  };
}

async function page(serving: Serving, visit: DeskVisit, problems: MeProps["problems"] = {}) {
  const { accounts, instance, mail } = serving;
  const { signIn, lang, search } = visit;
  const words = wordsIn(lang);
  const account = (await accounts.byId(visit.account.id)) ?? visit.account;
  const keys = await accounts.passkeys.of(account.id);
  const said = search.get("done");
  const done = DONE.find((one) => one === said);
  const second = secondWordsIn(lang);
  const { saved, feedEnded } = noticeWordsIn(lang);
  const others = new Map([
    ["codesRemoved", second.codesRemoved],
    ["noticesSaved", saved],
    ["feedEnded", feedEnded],
  ]);
  const main = MeMain({
    words,
    lang,
    account,
    signIns: (await accounts.signIns(account.id)).toSorted((a, b) => (a.since < b.since ? 1 : -1)),
    current: signIn,
    isSure: visit.isSure,
    passkeys: keys.map(passkeyOf),
    ways: await waysOf(serving, account),
    codes: await (await accounts.codes()).of(account.id),
    done: done ? words.me[done] : others.get(said ?? ""),
    notices: NoticesPart({
      account,
      lang,
      choice: await askNotices(instance.log.private).choiceOf(account.id),
      mails: mail !== undefined,
      problems,
    }),
    typed: {},
    problems,
  });
  const { title } = words.me;
  return deskPage({ account, lang, part: PART, title, main, script: passkeyScript.path });
}

/** A passkey as its owner sees it. */
export const passkeyOf = (row: Readonly<Record<string, unknown>>) => ({
  id: String(row["id"]),
  since: String(row["createdAt"]).slice(0, 10),
});

/** What a browser says, or nothing where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
