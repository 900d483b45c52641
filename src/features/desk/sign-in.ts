/** Coming in and leaving. Rules D1 to D3. */
import { fieldsOf, type DeskAnswer, type Visit } from "../../platform/accounts/door.ts";
import type { Account } from "../../platform/accounts/accounts.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openLimit } from "../../platform/web/limit.ts";
import { CameByLink, MailSent, SignIn, type SignInTrouble } from "./pages/sign-in.tsx";
import { plainPage } from "./pages/plain.tsx";
import { parsed } from "./me.ts";
import { passkeyScript } from "./script.ts";
import { wordsIn } from "./words.ts";

const AN_HOUR = { total: 600, each: 30 }; // tries; a school shares one address
const MAIL_MINUTES = 20;
const MAX_ANSWER = 20_000; // bytes of a browser's answer about a passkey

export function signInAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, mail, now, base } = serving;
  const limit = openLimit({ ...AN_HOUR, now });
  const page = (
    { frame }: Pick<Visit, "frame">,
    onward: string,
    trouble?: SignInTrouble,
    status = 200,
  ): DeskAnswer => {
    const words = wordsIn(frame.language);
    const main = SignIn({ words, onward, trouble, mails: mail !== undefined });
    return { status, page: plainPage("Sign in", main, passkeyScript.path) };
  };

  async function signIn(visit: Pick<Visit, "req" | "frame">): Promise<DeskAnswer> {
    const { req } = visit;
    const form = await fieldsOf(req, ["way", "email", "name", "pin", "then"]);
    if ("refused" in form) return form.refused;
    const { way, email, name, pin } = form.fields;
    const onward = ownPath(form.fields.then);
    if (!limit.take(req)) return page(visit, onward, "often", 429);
    if (way === "mail") {
      const account = await accounts.byMail(email);
      if (account) await mailLink(account, email);
      return { page: plainPage("Look into your mail", MailSent({ minutes: MAIL_MINUTES })) };
    }
    const cookies = await accounts.enterByPin(name, pin.replaceAll(/\s/g, ""), req);
    return cookies ? { to: onward, cookies } : page(visit, onward, "pin", 403);
  }

  async function mailLink({ id, name }: Account, to: string): Promise<void> {
    const link = `${base}/desk/link/${await accounts.link(id, MAIL_MINUTES)}`;
    const text = `Hello ${name},\n\nthis link brings you to the desk once, within ${MAIL_MINUTES} minutes:\n\n${link}\n\nIf you did not ask for it, do nothing.\n`;
    await mail?.send({ to, subject: "Your way to the desk", text });
  }

  return {
    "GET /desk/sign-in": door.open(async (visit) =>
      page(visit, ownPath(visit.search.get("then") ?? "")),
    ),
    "POST /desk/sign-in": door.open(signIn),
    "POST /desk/passkey/ask": door.open(async ({ req }) => {
      if (!limit.take(req)) return { status: 429, json: {} };
      return { json: await (await accounts.passkeys()).ask() };
    }),
    "POST /desk/passkey/answer": door.open(async ({ req }) => {
      const form = await fieldsOf(req, ["answer", "onward"], MAX_ANSWER);
      if ("refused" in form) return form.refused;
      if (!limit.take(req)) return { status: 429, json: {} };
      const { answer, onward } = form.fields;
      const cookies = await accounts.enterByPasskey(parsed(answer), req);
      return cookies ? { json: { to: ownPath(onward) }, cookies } : { status: 403, json: {} };
    }),
    // A look at the address uses nothing up: mail programs look at every link.
    "GET /desk/link/*": door.open(async () => ({ page: plainPage("Come in", CameByLink()) })),
    "POST /desk/link/*": door.open(async (visit) => {
      const { req, path } = visit;
      if (!limit.take(req)) return page(visit, "/desk", "often", 429);
      const cookies = await accounts.enterByLink(path.slice("/desk/link/".length), req);
      return cookies ? { to: "/desk", cookies } : page(visit, "/desk", "link", 403);
    }),
    "POST /desk/sign-out": door.of("anybody", async ({ req }) => ({
      to: "/desk/sign-in",
      cookies: await accounts.leave(req),
    })),
  };
}

/** Where to go on: a path of the desk, or the desk itself. */
const ownPath = (onward: string): string =>
  /^\/desk(?:\/[\w/-]*)?$/.test(onward) ? onward : "/desk";
