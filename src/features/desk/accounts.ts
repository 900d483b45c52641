/** Accounts, for owners: who may come, as what, and the way in that they are given. Rules D4 to D7. */
import * as v from "valibot";
import { isSameName, type Account } from "../../platform/accounts/account.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { nameInMail, readsLikeAddress } from "../../platform/mail/names.ts";
import { isRole, ROLES } from "../../platform/accounts/roles.ts";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import { line } from "../../platform/folder/fields.ts";
import type { Reply } from "../../platform/web/reply.ts";
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
    { account, lang, search }: DeskVisit,
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

  const invite = door.sure("accounts", part, ["name", "role", "email", "lang"], async (visit) => {
    return inTurn(() => openFor(visit, visit.fields));
  });

  async function openFor(
    visit: DeskVisit,
    fields: Readonly<Record<"name" | "role" | "email" | "lang", string>>,
  ): Promise<Reply> {
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
  const strengthen = door.sure("accounts", part, ROLES, async (visit) => {
    const roles = ROLES.filter((role) => visit.fields[role] === "yes");
    if (roles.length > 0 && !(await accounts.withSecond()).has(visit.account.id)) {
      const { ownFirst } = secondWordsIn(visit.lang);
      return { status: 409, page: await list(visit, {}, {}, ownFirst) };
    }
    await accounts.setStrongRoles(new Set(roles));
    return { ...after(part), noted: { detail: roles.join(" ") } };
  });

  const hasMail = async (email: string): Promise<boolean> =>
    (await accounts.list()).some((one) => one.email === email.toLowerCase());

  async function give({ account, frame, lang }: DeskVisit, to: Account): Promise<Reply> {
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
  const about = (work: (visit: DeskVisit, of: Account) => Promise<Reply>): Extra =>
    door.sure("accounts", part, async (visit) => {
      const of = await accounts.byId(visit.params["id"]!);
      if (!of) return { status: 404, page: lostPage(visit) };
      const { accounts: w } = wordsIn(visit.lang);
      return of.id === visit.account.id ? refuse(visit, of, w.own) : work(visit, of);
    });

  const one = async ({ account, lang, search }: DeskVisit, of: Account, trouble?: string) =>
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
  const refuse = async (visit: DeskVisit, of: Account, why: string): Promise<Reply> => ({
    status: 409,
    page: await one(visit, of, why),
  });

  async function change(
    visit: DeskVisit,
    of: Account,
    to: Parameters<typeof accounts.change>[1],
  ): Promise<Reply> {
    if (await accounts.change(of.id, to))
      return { ...after(`${part}/${of.id}`), ...(to.role && { noted: { detail: to.role } }) };
    return refuse(visit, of, wordsIn(visit.lang).accounts.lastOwner);
  }

  return {
    [`GET ${part}`]: door.of("accounts", async (visit) => ({ page: await list(visit) })),
    [`POST ${part}/invite`]: invite,
    [`POST ${part}/second`]: strengthen,
    [`GET ${part}/:id`]: door.of("accounts", async (visit) => {
      const of = await accounts.byId(idIn(visit));
      return of ? { page: await one(visit, of) } : { status: 404, page: lostPage(visit) };
    }),
    [`POST ${part}/:id/role`]: about(async (visit, of) => {
      const form = await readForm(visit.req, ["role"]);
      if ("problem" in form) return { unread: form.problem };
      if (isRole(form.fields.role)) return change(visit, of, { role: form.fields.role });
      return refuse(visit, of, wordsIn(visit.lang).accounts.roleExpected);
    }),
    [`POST ${part}/:id/close`]: about((visit, of) => change(visit, of, { closed: true })),
    [`POST ${part}/:id/open`]: about((visit, of) => change(visit, of, { closed: false })),
    [`POST ${part}/:id/reset`]: about(async (_visit, of) => {
      await accounts.resetSecond(of.id);
      return after(`${part}/${of.id}`);
    }),
    [`POST ${part}/:id/link`]: about(async (visit, of) =>
      of.closed ? { to: `${part}/${of.id}`, noted: false } : give(visit, of),
    ),
  };
}

const isMail = (text: string): boolean =>
  text.length <= 200 && v.is(v.pipe(v.string(), v.email()), text);
