/** The first page of the desk. Rules D16, D22, D65 and D66. */
import type { Serving } from "../../platform/feature.ts";
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { passkeyOf } from "./own-account.ts";
import { Home } from "./pages/home.tsx";
import { FirstWay } from "./pages/me.tsx";
import { passkeyScript } from "./script.ts";
import { waysOf, type Ways } from "./ways.ts";
import { wordsIn } from "./words.ts";

export function homeHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, door, waits, steps, leads } = serving;

  async function firstWay({ account, lang }: DeskVisit, ways: Ways) {
    const passkeys = (await accounts.passkeys.of(account.id)).map(passkeyOf);
    const codes = await (await accounts.codes()).of(account.id);
    return FirstWay({ words: wordsIn(lang), lang, account, ways, passkeys, codes });
  }

  return {
    "GET /desk": door.of("anybody", async (visit) => {
      const { account, lang, search, isSure } = visit;
      const words = wordsIn(lang);
      const all = (await waits(account, lang)).filter(({ count }) => count > 0);
      const ways = await waysOf(serving, account);
      const chooses = !ways.bringBack && isSure;
      const late = ways.bringBack || isSure ? [] : [{ words: words.way.step, path: CONFIRM }];
      const next = [...late, ...(await steps(account, lang))];
      const main = Home({
        words,
        lang,
        account,
        leads: await leads(account, lang),
        waits: all,
        steps: next.every((one) => "isOptional" in one && one.isOptional) ? [] : next,
        firstWay: chooses ? await firstWay(visit, ways) : undefined,
        isLast: !ways.bringBack,
      });
      return {
        page: deskPage({
          account,
          lang,
          part: "/desk",
          title: words.desk,
          main,
          done: doneIn(search, lang),
          ...(chooses && { script: passkeyScript.path }),
        }),
      };
    }),
  };
}

const CONFIRM = "/desk/sign-in?again&then=/desk/me"; // which says how one comes to a way
