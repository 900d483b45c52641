/** Accounts, for owners: who may come, as what, and the way in that they are given. Rules D4 to D7. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { ROLES } from "../../platform/accounts/roles.ts";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { ACCOUNTS, invite, type Typed } from "./inviting.ts";
import { oneAccount } from "./one-account.ts";
import { AccountList } from "./pages/accounts.tsx";
import { wordsIn as secondWordsIn } from "./second/words.ts";
import { wordsIn } from "./words.ts";

export function accountAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door } = serving;
  const inTurn = openTurn(); // pressed twice, the second finds the name taken

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
    return deskPage({ account, lang, part: ACCOUNTS, title, main, done: doneIn(search, lang) });
  }

  /** Whoever asks it of others has one: so it is known that it works here, and nobody shuts all out. */
  const strengthen = door.sure("accounts", ACCOUNTS, ROLES, async (visit) => {
    const roles = ROLES.filter((role) => visit.fields[role] === "yes");
    if (roles.length > 0 && !(await accounts.withSecond()).has(visit.account.id)) {
      const { ownFirst } = secondWordsIn(visit.lang);
      return { status: 409, page: await list(visit, {}, {}, ownFirst) };
    }
    await accounts.setStrongRoles(new Set(roles));
    return { ...after(ACCOUNTS), noted: { detail: roles.join(" ") } };
  });

  return {
    [`GET ${ACCOUNTS}`]: door.of("accounts", async (visit) => ({ page: await list(visit) })),
    [`POST ${ACCOUNTS}/invite`]: door.sure(
      "accounts",
      ACCOUNTS,
      ["name", "role", "email", "lang", "again"],
      (visit) => {
        const { fields } = visit;
        return inTurn(() => invite(serving, visit, fields, (wrong) => list(visit, fields, wrong)));
      },
    ),
    [`POST ${ACCOUNTS}/second`]: strengthen,
    ...oneAccount(serving),
  };
}
