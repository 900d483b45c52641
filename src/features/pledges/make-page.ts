/** The page of the form by which anybody makes a pledge. Rule P50. */
import { isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Again, InLanguage } from "../../platform/sent/sort.ts";
import type { Page } from "../../platform/web/route.ts";
import { MakeMain } from "./pages/make.tsx";
import { makeWordsIn } from "./make-words.ts";

export function makePage({ typed, lang, ...rest }: Again & InLanguage): Page {
  const words = makeWordsIn(lang);
  const { id = "" } = typed;
  return {
    kind: "page",
    uses: {},
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/take-part",
    unkept: true,
    // Sent twice, the form leads to one address: it is made here and not when it arrives.
    main: MakeMain({ ...rest, lang, typed: { ...typed, id: isSecret(id) ? id : newSecret() } }),
  };
}
