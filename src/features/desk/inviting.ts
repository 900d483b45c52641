/** An account is opened, and whoever it is for is given a way in: a link that is shown here, and sent where there is mail. Rules D4 and D5. */
import * as v from "valibot";
import { isSameName, type Account } from "../../platform/accounts/account.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { isRole } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { line } from "../../platform/folder/fields.ts";
import { askErased } from "../../platform/private/erased.ts";
import { nameInMail, readsLikeAddress } from "../../platform/mail/names.ts";
import type { Reply } from "../../platform/web/reply.ts";
import type { Page } from "../../platform/web/route.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import { linkTo } from "./link.ts";
import { GivenLink } from "./pages/accounts.tsx";
import { wordsIn } from "./words.ts";

export const ACCOUNTS = "/desk/accounts";
const A_WEEK = 7 * 24 * 60; // minutes
const MAX_NAME = 100; // characters; it stands in lists

export type Typed = Readonly<Partial<Record<"name" | "role" | "email" | "lang" | "again", string>>>;

/** @param again the page that it was typed on, with what does not fit */
export async function invite(
  serving: Serving,
  visit: DeskVisit,
  fields: Readonly<Required<Typed>>,
  again: (problems: Typed) => Promise<Page>,
): Promise<Reply> {
  const { accounts } = serving;
  const { name, role, email, lang } = fields;
  const { accounts: w } = wordsIn(visit.lang);
  const all = await accounts.list();
  const taken = all.some((one) => isSameName(one.name, name));
  const twin = email !== "" && all.some((one) => one.email === email.toLowerCase());
  const erased = askErased(serving.instance.log.private);
  const own = { sort: "account", by: [email] };
  const wasErased = email !== "" && (await erased.isErased([own]))[0] === true;
  const problems = {
    ...(wasErased && fields.again !== "yes" && { again: w.wasErased }),
    ...(!v.is(line, name) || name.length > MAX_NAME || readsLikeAddress(name)
      ? { name: w.nameExpected }
      : {}),
    ...(taken && { name: w.nameTaken(name) }),
    ...(!isRole(role) && { role: w.roleExpected }),
    ...(email !== "" && !isMail(email) && { email: w.mailExpected }),
    ...(twin && { email: w.mailTaken }),
  };
  if (Object.keys(problems).length > 0 || !isRole(role))
    return { status: 422, page: await again(problems) };
  const fresh = {
    name,
    role,
    email: email === "" ? undefined : email,
    lang: isLanguage(lang) ? lang : undefined,
  };
  if (wasErased) await erased.letIn([own]);
  return giveLink(serving, visit, await accounts.open(fresh), wasErased ? `${role} let-in` : role);
}

/** The page with a link that opens this account, which may be carried over, and was sent. */
export async function giveLink(
  serving: Serving,
  { account, frame, lang }: DeskVisit,
  to: Account,
  detail: string = to.role,
): Promise<Reply> {
  const { accounts, base } = serving;
  const words = wordsIn(lang);
  const { accounts: w } = words;
  const link = linkTo(base, await accounts.link(to.id, A_WEEK), to.lang);
  const mailed = await sendLink(serving, to, { link, campaign: frame.name, lang });
  const title = w.linkFor(to.name);
  const main = GivenLink({
    words,
    title,
    works: w.linkWorks,
    link,
    back: [ACCOUNTS, w.back],
    ...(mailed !== undefined && { mailed }),
  });
  const noted = { about: to.id, detail };
  return { page: deskPage({ account, lang, part: ACCOUNTS, title, main }), noted };
}

/** @returns what became of it; undefined where there is no mail or no address */
async function sendLink(
  { mail }: Serving,
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

const isMail = (text: string): boolean =>
  text.length <= 200 && v.is(v.pipe(v.string(), v.email()), text);
