/** The first page of the desk. Rules D16 and D22. */
import type { Serving } from "../../platform/feature.ts";
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Extra } from "../../platform/web/extra.ts";
import { Home } from "./pages/home.tsx";
import { wordsIn } from "./words.ts";

export function homeHandlers({ door, waits, steps }: Serving): Readonly<Record<string, Extra>> {
  return {
    "GET /desk": door.of("anybody", async ({ account, lang, search }) => {
      const all = (await waits(account, lang)).filter(({ count }) => count > 0);
      const next = await steps(account, lang);
      const words = wordsIn(lang);
      const done = doneIn(search, lang);
      const main = Home({
        words,
        lang,
        account,
        waits: all,
        steps: next.every((one) => one.isOptional) ? [] : next,
      });
      return { page: deskPage({ account, lang, part: "/desk", title: words.desk, main, done }) };
    }),
  };
}
