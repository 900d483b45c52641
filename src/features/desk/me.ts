/** What is one's own: sign-ins, PIN, another device, passkeys. Rules D8 to D11. */
import { fieldsOf, type DeskAnswer, type Visit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import { GivenLink } from "./pages/accounts.tsx";
import { MeMain, type MeProps } from "./pages/me.tsx";
import { isEasy } from "./easy-pin.ts";
import { passkeyScript } from "./script.ts";
import { linkTo } from "./link.ts";
import { wordsIn as secondWordsIn } from "./second/words.ts";
import { wordsIn } from "./words.ts";

const DEVICE_MINUTES = 10;
const MAX_ANSWER = 20_000; // bytes of a browser's answer about a passkey

const PART = "/desk/me";
const DONE = ["ended", "langSaved", "pinSaved", "passkeyRemoved", "passkeySaved"] as const;

export function meAddresses({
  accounts,
  door,
  base,
  now,
}: Serving): Readonly<Record<string, Extra>> {
  type Work = Parameters<typeof door.sure>[2];
  const asked = (work: Work): Extra => door.of("anybody", work);
  const sure = (work: Work): Extra => door.sure("anybody", PART, work);

  async function page(visit: Visit, problems: MeProps["problems"] = {}) {
    const { signIn, lang, search } = visit;
    const words = wordsIn(lang);
    const account = (await accounts.byId(visit.account.id)) ?? visit.account;
    const keys = await accounts.passkeys.of(account.id);
    const said = search.get("done");
    const done = DONE.find((one) => one === said);
    const second = secondWordsIn(lang);
    const main = MeMain({
      words,
      lang,
      account,
      signIns: (await accounts.signIns(account.id)).toSorted((a, b) =>
        a.since < b.since ? 1 : -1,
      ),
      current: signIn,
      isSure: visit.isSure,
      passkeys: keys.map((row) => ({
        id: String(row["id"]),
        since: String(row["createdAt"]).slice(0, 10),
      })),
      codes: await (await accounts.codes()).of(account.id),
      done: done ? words.me[done] : said === "codesRemoved" ? second.codesRemoved : undefined,
      typed: {},
      problems,
    });
    const { title } = words.me;
    return deskPage({ account, lang, part: PART, title, main, script: passkeyScript.path });
  }

  async function setPin(visit: Visit): Promise<DeskAnswer> {
    const form = await fieldsOf(visit.req, ["pin", "again"]);
    if ("refused" in form) return form.refused;
    const { me: w } = wordsIn(visit.lang);
    const [pin, again] = [form.fields.pin, form.fields.again].map((s) => s.replaceAll(/\s/g, ""));
    const { id, name } = visit.account;
    const twin = (await accounts.list()).some((one) => one.name === name && one.id !== id);
    const problems = {
      ...(pin !== again && { again: w.pinDiffers }),
      ...(isEasy(pin!) && { pin: w.pinEasy }),
      ...(!/^\d{8,40}$/.test(pin!) && { pin: w.pinExpected }),
      ...(twin && { pin: w.pinTwin(name) }),
    };
    if (Object.keys(problems).length > 0) return { status: 422, page: await page(visit, problems) };
    await accounts.setPin(id, pin!);
    await accounts.revokeOthers(id, visit.signIn);
    return { to: `${PART}?done=pinSaved` };
  }

  async function setLang(visit: Visit): Promise<DeskAnswer> {
    const form = await fieldsOf(visit.req, ["lang"]);
    if ("refused" in form) return form.refused;
    const { lang } = form.fields;
    if (!isLanguage(lang)) return { to: PART };
    await accounts.change(visit.account.id, { lang });
    return { to: `${PART}?done=langSaved` };
  }

  async function device({ account, isStrong, lang }: Visit): Promise<DeskAnswer> {
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

  async function addPasskey({ req, account, signIn }: Visit): Promise<DeskAnswer> {
    const form = await fieldsOf(req, ["answer", "onward"], MAX_ANSWER);
    if ("refused" in form) return form.refused;
    const added = await accounts.passkeys.added(account.id, parsed(form.fields.answer));
    if (added) await accounts.madeStrong(signIn);
    return added ? { json: { to: `${PART}?done=passkeySaved` } } : { status: 403, json: {} };
  }

  /** A form that names one thing of one's own; what is somebody else's is not found and stays. */
  const ending = (done: (typeof DONE)[number], end: (visit: Visit, id: string) => Promise<void>) =>
    (done === "passkeyRemoved" ? sure : asked)(async (visit) => {
      const form = await fieldsOf(visit.req, ["id"]);
      if ("refused" in form) return form.refused;
      await end(visit, form.fields.id);
      return { to: `${PART}?done=${done}` };
    });

  return {
    [`GET ${PART}`]: door.of("anybody", async (visit) => ({ page: await page(visit) })),
    [`POST ${PART}/sign-ins`]: ending("ended", ({ account }, id) =>
      accounts.revoke(account.id, id),
    ),
    [`POST ${PART}/passkeys`]: ending("passkeyRemoved", async ({ account, signIn }, id) => {
      await accounts.passkeys.drop(account.id, id);
      await accounts.revokeOthers(account.id, signIn);
    }),
    [`POST ${PART}/language`]: door.of("anybody", setLang),
    [`POST ${PART}/pin`]: sure(setPin),
    [`POST ${PART}/device`]: sure(device),
    [`POST ${PART}/passkey/ask`]: sure(async ({ account }) => ({
      json: await accounts.passkeys.add(account),
    })),
    [`POST ${PART}/passkey/answer`]: sure(addPasskey),
  };
}

/** What a browser says, or nothing where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
