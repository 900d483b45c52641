/** Coming in and leaving. Rules D1 to D3. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Account } from "../../platform/accounts/account.ts";
import { nameInMail } from "../../platform/mail/names.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { isLanguage } from "../../platform/words/catalogue.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import type { Reply } from "../../platform/web/reply.ts";
import {
  CameByLink,
  MailSent,
  SignIn,
  type OwnProof,
  type SignInTrouble,
} from "./pages/sign-in.tsx";
import { plainPage } from "./pages/plain.tsx";
import { parsed } from "./own-account.ts";
import { passkeyScript } from "./script.ts";
import { MAIL_MINUTES, openMailLimit } from "./mail-limit.ts";
import { linkTo } from "./link.ts";
import { waysOf } from "./ways.ts";
import { wordsIn } from "./words.ts";

const MAX_ANSWER = 20_000; // bytes of a browser's answer about a passkey

export function signInAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, mail, base } = serving;
  const mails = openMailLimit(() => performance.now());
  const page = async (
    visit: Pick<DeskVisit, "lang" | "search" | "req">,
    onward: string,
    trouble?: SignInTrouble,
    status = 200,
  ): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const chosen = chosenIn(visit);
    const action = `/desk/sign-in${chosen === undefined ? "" : `?lang=${chosen}`}`;
    const isAgain = visit.search.has("again");
    const own = isAgain ? await ownProof(serving, visit.req) : undefined;
    const main = SignIn({
      words,
      action,
      onward,
      trouble,
      isAgain,
      mails: mail !== undefined,
      own,
    });
    return { status, page: plainPage(words.signIn.title, main, passkeyScript.path) };
  };

  const signIn = door.open(["way", "email", "name", "pin", "then"], async (visit) => {
    const { req } = visit;
    const words = wordsIn(visit.lang);
    const { way, email, name, pin } = visit.fields;
    const onward = ownPath(visit.fields.then);
    if (way === "mail") {
      if (!serving.budgets.take("signInMail", req)) return page(visit, onward, "often", 429);
      const account = await accounts.byMail(email);
      // What is answered, and when, does not tell whether the address is known, nor whether its server takes mail.
      if (account && mails.take(account.id))
        mailLink(account, email, visit).catch((error: Error) =>
          console.error(`A link to the desk was not sent: ${redacted(error)}`),
        );
      const main = MailSent({ words, minutes: MAIL_MINUTES });
      return { page: plainPage(words.signIn.look, main) };
    }
    const cookies = await accounts.enterByPin(
      name,
      pin.replaceAll(/\s/g, ""),
      req,
      chosenIn(visit),
    );
    if (cookies === "busy") return page(visit, onward, "busy", 503);
    return cookies ? { to: onward, cookies } : page(visit, onward, "pin", 403);
  });

  async function mailLink(
    of: Account,
    to: string,
    visit: Pick<DeskVisit, "lang" | "search">,
  ): Promise<void> {
    const lang = chosenIn(visit) ?? of.lang;
    const link = linkTo(base, await accounts.link(of.id, MAIL_MINUTES, "unproved"), lang);
    const { signIn: w } = wordsIn(lang ?? visit.lang);
    const text = w.mailText(nameInMail(of.name), link, MAIL_MINUTES);
    await mail?.send({ to, subject: w.mailSubject, text });
  }

  return {
    "GET /desk/sign-in": door.open(async (visit) =>
      page(visit, ownPath(visit.search.get("then") ?? "")),
    ),
    "POST /desk/sign-in": signIn,
    // Links and passkeys are no guesses, and asking keeps nothing: there is no number of tries that closes them.
    "POST /desk/passkey/ask": door.open(async () => ({ json: accounts.passkeys.ask() })),
    "POST /desk/passkey/answer": door.open(
      { fields: ["answer", "onward"], most: MAX_ANSWER },
      async ({ req, search, fields }) => {
        const { answer, onward } = fields;
        const cookies = await accounts.enterByPasskey(parsed(answer), req, chosenIn({ search }));
        return cookies ? { json: { to: ownPath(onward) }, cookies } : { status: 403, json: {} };
      },
    ),
    // A look at the address uses nothing up: mail programs look at every link.
    "GET /desk/link/:token": door.open(async ({ path, lang }) => {
      const words = wordsIn(lang);
      return { page: plainPage(words.signIn.comeIn, CameByLink({ words, at: path })) };
    }),
    "POST /desk/link/:token": door.open(async (visit) => {
      const { req, params } = visit;
      const cookies = await accounts.enterByLink(params["token"]!, req, chosenIn(visit));
      return cookies ? { to: "/desk", cookies } : page(visit, "/desk", "link", 403);
    }),
    "POST /desk/sign-out": door.early(async ({ req }) => ({
      to: "/desk/sign-in",
      cookies: await accounts.leave(req),
    })),
  };
}

/** What whoever is signed in can prove themselves with; undefined where nobody is. */
async function ownProof(serving: Serving, req: DeskVisit["req"]): Promise<OwnProof | undefined> {
  const account = (await serving.accounts.who(req))?.account;
  if (!account) return undefined;
  return {
    ways: await waysOf(serving, account),
    isOwner: account.role === "owner",
    command: `cnd account link ${JSON.stringify(account.name)}`,
  };
}

/** The language that somebody chose on the page where they come in. */
function chosenIn({ search }: Pick<DeskVisit, "search">): string | undefined {
  const lang = search.get("lang") ?? "";
  return isLanguage(lang) ? lang : undefined;
}

/** Where to go on: a path of the desk, or the desk itself. */
export const ownPath = (onward: string): string =>
  /^\/desk(?:\/[\w/-]*(?:\.\w+)?)?$/.test(onward) ? onward : "/desk";
