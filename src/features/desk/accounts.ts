/** Accounts, for owners: who may come, as what, and the way in that they are given. Rules D4 to D7. */
import * as v from "valibot";
import type { IncomingMessage } from "node:http";
import { isSameName, type Account } from "../../platform/accounts/account.ts";
import { fieldsOf, type DeskAnswer, type Visit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { nameInMail, readsLikeAddress } from "../../platform/mail/names.ts";
import { isRole, ROLES } from "../../platform/accounts/roles.ts";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import { line } from "../../platform/folder/fields.ts";
import { AccountList, AccountMain, GivenLink } from "./pages/accounts.tsx";
import { lostPage } from "./pages/plain.tsx";
import { linkTo } from "./link.ts";
import { wordsIn as secondWordsIn } from "./second/words.ts";
import { wordsIn } from "./words.ts";

const A_WEEK = 7 * 24 * 60; // minutes
const MAX_NAME = 100; // characters; it stands in lists

type Typed = Readonly<Partial<Record<"name" | "role" | "email" | "lang", string>>>;

export function accountAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, mail, base } = serving;
  const inTurn = openTurn(); // pressed twice, the second finds the name taken
  const part = "/desk/accounts";

  async function list(
    { account, lang, search }: Visit,
    typed: Typed = {},
    problems: Typed = {},
    trouble?: string,
  ) {
    const words = wordsIn(lang);
    const all = await accounts.list();
    const main = AccountList({
      words,
      accounts: all,
      own: account.id,
      typed: { lang, ...typed },
      withSecond: await accounts.withSecond(),
      strong: await accounts.strongRoles(),
      trouble,
      problems,
    });
    const { title } = words.accounts;
    return deskPage({ account, lang, part, title, main, done: doneIn(search, lang) });
  }

  async function invite(visit: Visit): Promise<DeskAnswer> {
    const form = await fieldsOf(visit.req, ["name", "role", "email", "lang"]);
    if ("refused" in form) return form.refused;
    return inTurn(() => openFor(visit, form.fields));
  }

  async function openFor(
    visit: Visit,
    fields: Readonly<Record<"name" | "role" | "email" | "lang", string>>,
  ): Promise<DeskAnswer> {
    const { name, role, email, lang } = fields;
    const { accounts: w } = wordsIn(visit.lang);
    const taken = (await accounts.list()).some((one) => isSameName(one.name, name));
    const twin = email !== "" && (await hasMail(email));
    const problems = {
      ...(!v.is(line, name) || name.length > MAX_NAME || readsLikeAddress(name)
        ? { name: w.nameExpected }
        : {}),
      ...(taken && { name: w.nameTaken(name) }),
      ...(!isRole(role) && { role: w.roleExpected }),
      ...(email !== "" && !isMail(email) && { email: w.mailExpected }),
      ...(twin && { email: w.mailTaken }),
    };
    if (Object.keys(problems).length > 0 || !isRole(role))
      return { status: 422, page: await list(visit, fields, problems) };
    const fresh = {
      name,
      role,
      email: email === "" ? undefined : email,
      lang: isLanguage(lang) ? lang : undefined,
    };
    return give(visit, await accounts.open(fresh));
  }

  /** Whoever asks it of others has one: so it is known that it works here, and nobody shuts all out. */
  async function strengthen(visit: Visit): Promise<DeskAnswer> {
    const form = await fieldsOf(visit.req, ROLES);
    if ("refused" in form) return form.refused;
    const roles = ROLES.filter((role) => form.fields[role] === "yes");
    if (roles.length > 0 && !(await accounts.withSecond()).has(visit.account.id)) {
      const { ownFirst } = secondWordsIn(visit.lang);
      return { status: 409, page: await list(visit, {}, {}, ownFirst) };
    }
    await accounts.setStrongRoles(new Set(roles));
    return { ...after(part), noted: { detail: roles.join(" ") } };
  }

  const hasMail = async (email: string): Promise<boolean> =>
    (await accounts.list()).some((one) => one.email === email.toLowerCase());

  async function give({ account, frame, lang }: Visit, to: Account): Promise<DeskAnswer> {
    const words = wordsIn(lang);
    const { accounts: w } = words;
    const link = linkTo(base, await accounts.link(to.id, A_WEEK), to.lang);
    const mailed = await sendLink(to, { link, campaign: frame.name, lang });
    const title = w.linkFor(to.name);
    const main = GivenLink({
      words,
      title,
      works: w.linkWorks,
      link,
      back: [part, w.back],
      ...(mailed !== undefined && { mailed }),
    });
    const noted = { about: to.id, detail: to.role };
    return { page: deskPage({ account, lang, part, title, main }), noted };
  }

  /** @returns what became of it; undefined where there is no mail or no address */
  async function sendLink(
    { name, email, lang: theirs }: Account,
    { link, campaign, lang }: { link: string; campaign: string; lang: string },
  ): Promise<string | undefined> {
    if (!mail || email === undefined) return undefined;
    const { accounts: w } = wordsIn(lang);
    const { accounts: letter } = wordsIn(theirs ?? lang);
    const [subject, text] = [
      letter.mailSubject(campaign),
      letter.mailText(nameInMail(name), campaign, link),
    ];
    return mail.send({ to: email, subject, text }).then(
      () => w.linkSent(email),
      (error: Error) => w.linkNotSent(error.message),
    );
  }

  /** What is asked of one account that is somebody else's. */
  const about = (work: (visit: Visit, of: Account) => Promise<DeskAnswer>): Extra =>
    door.sure("accounts", part, async (visit) => {
      const of = await accounts.byId(visit.path.split("/")[3]!);
      if (!of) return { status: 404, page: lostPage(visit) };
      const { accounts: w } = wordsIn(visit.lang);
      return of.id === visit.account.id ? refuse(visit, of, w.own) : work(visit, of);
    });

  const one = async ({ account, lang, search }: Visit, of: Account, trouble?: string) =>
    deskPage({
      account,
      lang,
      part,
      title: of.name,
      done: doneIn(search, lang),
      main: AccountMain({
        words: wordsIn(lang),
        of,
        own: account.id,
        hasSecond: (await accounts.withSecond()).has(of.id),
        ...(trouble !== undefined && { trouble }),
      }),
    });
  const refuse = async (visit: Visit, of: Account, why: string): Promise<DeskAnswer> => ({
    status: 409,
    page: await one(visit, of, why),
  });

  async function change(
    visit: Visit,
    of: Account,
    to: Parameters<typeof accounts.change>[1],
  ): Promise<DeskAnswer> {
    if (await accounts.change(of.id, to))
      return { ...after(`${part}/${of.id}`), ...(to.role && { noted: { detail: to.role } }) };
    return refuse(visit, of, wordsIn(visit.lang).accounts.lastOwner);
  }

  return {
    [`GET ${part}`]: door.of("accounts", async (visit) => ({ page: await list(visit) })),
    [`POST ${part}/invite`]: door.sure("accounts", part, invite),
    [`POST ${part}/second`]: door.sure("accounts", part, strengthen),
    [`GET ${part}/*`]: door.of("accounts", async (visit) => {
      const of = await accounts.byId(visit.path.split("/")[3]!);
      return of ? { page: await one(visit, of) } : { status: 404, page: lostPage(visit) };
    }),
    [`POST ${part}/*/role`]: about(async (visit, of) => {
      const form = await roleIn(visit.req);
      if ("refused" in form) return form.refused;
      if (isRole(form.fields.role)) return change(visit, of, { role: form.fields.role });
      return refuse(visit, of, wordsIn(visit.lang).accounts.roleExpected);
    }),
    [`POST ${part}/*/close`]: about((visit, of) => change(visit, of, { closed: true })),
    [`POST ${part}/*/open`]: about((visit, of) => change(visit, of, { closed: false })),
    [`POST ${part}/*/reset`]: about(async (_visit, of) => {
      await accounts.resetSecond(of.id);
      return after(`${part}/${of.id}`);
    }),
    [`POST ${part}/*/link`]: about(async (visit, of) =>
      of.closed ? { to: `${part}/${of.id}`, noted: false } : give(visit, of),
    ),
  };
}

const roleIn = (req: IncomingMessage) => fieldsOf(req, ["role"]);
const isMail = (text: string): boolean =>
  text.length <= 200 && v.is(v.pipe(v.string(), v.email()), text);
