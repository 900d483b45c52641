/** The empty form in every language's place, and its page. */
import type { Page, Route } from "../../platform/web/route.ts";
import type { InLanguage } from "../../platform/sent/sort.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { scriptRoute } from "../../platform/web/script.ts";
import { TELL } from "./bounds.ts";
import script from "./browser/page.ts?script";
import { clipLibrary } from "./clips.ts";
import { headOf, TellMain, type TellProps } from "./pages/tell.tsx";
import { bookIn } from "./read-form.ts";
import { wordsIn } from "./words.ts";

const SCRIPT = "/take-part/story.js";

export const contributionRoutes: readonly Route[] = [
  {
    path: TELL,
    answer: async ({ frame, lang }) =>
      tellPage(
        { step: "tell", typed: {} },
        { lang, frame, to: (path) => pathIn(frame, lang, path) },
      ),
  },
  scriptRoute(SCRIPT, script),
];

/** What stands there beside what was typed. */
export type Typing = Omit<TellProps, "clips" | "base">;

export const tellPage = (
  props: Typing,
  { frame, ...page }: InLanguage & { readonly frame: Frame },
): Page => ({
  kind: "page",
  uses: {},
  title: headOf(wordsIn(page.lang), props.step, bookIn(props.typed).book),
  description:
    bookIn(props.typed).book === undefined
      ? wordsIn(page.lang).description
      : wordsIn(page.lang).signing.description,
  lang: wordsIn(page.lang).lang,
  current: "/take-part",
  unkept: true,
  script: SCRIPT,
  main: TellMain({ ...props, ...page, clips: clipLibrary().path, base: frame.base }),
});
