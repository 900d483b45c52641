/** The first page of the desk. Rule D16. */
import type { Serving } from "../../platform/feature.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Extra } from "../../platform/web/extra.ts";
import { Home } from "./pages/home.tsx";
import { wordsIn } from "./words.ts";

export function ownAddresses({ door, waits }: Serving): Readonly<Record<string, Extra>> {
  return {
    "GET /desk": door.of("anybody", async ({ account, frame }) => {
      const lang = frame.language;
      const all = (await waits(account, lang)).filter(({ count }) => count > 0);
      const main = Home({ words: wordsIn(lang), lang, account, waits: all });
      return { page: deskPage({ account, part: "/desk", title: "Desk", main }) };
    }),
  };
}
