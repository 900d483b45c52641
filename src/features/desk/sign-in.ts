/** Coming in and leaving. Rules D1 to D3. */
import type { IncomingMessage } from "node:http";
import { fieldsOf, type DeskAnswer } from "../../platform/accounts/door.ts";
import type { Account } from "../../platform/accounts/accounts.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openLimit } from "../../platform/web/limit.ts";
import { CameByLink, MailSent, SignIn, type SignInTrouble } from "./pages/sign-in.tsx";
import { plainPage } from "./pages/plain.tsx";

const AN_HOUR = { total: 600, each: 30 }; // tries; a school shares one address
const MAIL_MINUTES = 20;

export function signInAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, mail, now, base } = serving;
  const limit = openLimit({ ...AN_HOUR, now });
  const page = (onward: string, trouble?: SignInTrouble, status = 200): DeskAnswer => ({
    status,
    page: plainPage("Sign in", SignIn({ onward, trouble, mails: mail !== undefined })),
  });

  async function signIn(req: IncomingMessage): Promise<DeskAnswer> {
    const form = await fieldsOf(req, ["way", "email", "name", "pin", "then"]);
    if ("refused" in form) return form.refused;
    const { way, email, name, pin } = form.fields;
    const onward = ownPath(form.fields.then);
    if (!limit.take(req)) return page(onward, "often", 429);
    if (way === "mail") {
      const account = await accounts.byMail(email);
      if (account) await mailLink(account, email);
      return { page: plainPage("Look into your mail", MailSent({ minutes: MAIL_MINUTES })) };
    }
    const cookies = await accounts.enterByPin(name, pin.replaceAll(/\s/g, ""), req);
    return cookies ? { to: onward, cookies } : page(onward, "pin", 403);
  }

  async function mailLink({ id, name }: Account, to: string): Promise<void> {
    const link = `${base}/desk/link/${await accounts.link(id, MAIL_MINUTES)}`;
    const text = `Hello ${name},\n\nthis link brings you to the desk once, within ${MAIL_MINUTES} minutes:\n\n${link}\n\nIf you did not ask for it, do nothing.\n`;
    await mail?.send({ to, subject: "Your way to the desk", text });
  }

  return {
    "GET /desk/sign-in": door.open(async ({ search }) => page(ownPath(search.get("then") ?? ""))),
    "POST /desk/sign-in": door.open(({ req }) => signIn(req)),
    // A look at the address uses nothing up: mail programs look at every link.
    "GET /desk/link/*": door.open(async () => ({ page: plainPage("Come in", CameByLink()) })),
    "POST /desk/link/*": door.open(async ({ req, path }) => {
      if (!limit.take(req)) return page("/desk", "often", 429);
      const cookies = await accounts.enterByLink(path.slice("/desk/link/".length), req);
      return cookies ? { to: "/desk", cookies } : page("/desk", "link", 403);
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
