/** One account, for owners: its role, whether it is open, and a new way in. Nobody shuts themselves out. Rules D6 and D7. */
import type { Account } from "../../platform/accounts/account.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { isRole } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { ACCOUNTS, giveLink } from "./inviting.ts";
import { AccountMain } from "./pages/accounts.tsx";
import { lostPage } from "./pages/plain.tsx";
import { wordsIn } from "./words.ts";

export function oneAccount(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door } = serving;

  /** What is asked of one account that is somebody else's. */
  const about = (work: (visit: DeskVisit, of: Account) => Promise<Reply>): Extra =>
    door.sure("accounts", ACCOUNTS, async (visit) => {
      const of = await accounts.byId(visit.params["id"]!);
      if (!of) return { status: 404, page: lostPage(visit) };
      const { accounts: w } = wordsIn(visit.lang);
      return of.id === visit.account.id ? refuse(visit, of, w.own) : work(visit, of);
    });

  const one = async ({ account, lang, search }: DeskVisit, of: Account, trouble?: string) =>
    deskPage({
      account,
      lang,
      part: ACCOUNTS,
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
      return { ...after(`${ACCOUNTS}/${of.id}`), ...(to.role && { noted: { detail: to.role } }) };
    return refuse(visit, of, wordsIn(visit.lang).accounts.lastOwner);
  }

  return {
    [`GET ${ACCOUNTS}/:id`]: door.of("accounts", async (visit) => {
      const of = await accounts.byId(idIn(visit));
      return of ? { page: await one(visit, of) } : { status: 404, page: lostPage(visit) };
    }),
    [`POST ${ACCOUNTS}/:id/role`]: about(async (visit, of) => {
      const form = await readForm(visit.req, ["role"]);
      if ("problem" in form) return { unread: form.problem };
      if (isRole(form.fields.role)) return change(visit, of, { role: form.fields.role });
      return refuse(visit, of, wordsIn(visit.lang).accounts.roleExpected);
    }),
    [`POST ${ACCOUNTS}/:id/close`]: about((visit, of) => change(visit, of, { closed: true })),
    [`POST ${ACCOUNTS}/:id/open`]: about((visit, of) => change(visit, of, { closed: false })),
    [`POST ${ACCOUNTS}/:id/reset`]: about(async (_visit, of) => {
      await accounts.resetSecond(of.id);
      return after(`${ACCOUNTS}/${of.id}`);
    }),
    [`POST ${ACCOUNTS}/:id/link`]: about(async (visit, of) =>
      of.closed ? { to: `${ACCOUNTS}/${of.id}`, noted: false } : giveLink(serving, visit, of),
    ),
  };
}
