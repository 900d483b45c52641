/** The empty form in every language's place, and its page. */
import type { Page, Route } from "../../platform/web/route.ts";
import { MAX_PEOPLE } from "./bounds.ts";
import { TellMain, type TellProps } from "./pages/tell.tsx";
import { tellScript } from "./script.ts";
import { en } from "./words/en.ts";

export const contributionRoutes: readonly Route[] = [
  { path: "/take-part/story", answer: async ({ today }) => tellPage({ typed: untilIn(today) }) },
  {
    path: "/take-part/story.js",
    answer: async () => ({
      kind: "file",
      uses: {},
      type: "text/javascript; charset=utf-8",
      body: tellScript(),
    }),
  },
];

const SCRIPT = "/take-part/story.js";

export const tellPage = (props: TellProps): Page => ({
  kind: "page",
  uses: {},
  title: en.title,
  description: en.description,
  lang: "en",
  current: "/take-part",
  unkept: true,
  script: SCRIPT,
  main: TellMain(props),
});

const YEARS = 2; // a consent is asked for again after so long

/** The day until which each person agrees, where nobody says otherwise. */
export function untilIn(today: string): Record<string, string> {
  const until = new Date(`${today}T00:00:00Z`);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  const day = until.toISOString().slice(0, 10);
  return Object.fromEntries(Array.from({ length: MAX_PEOPLE }, (_, n) => [`p${n}-until`, day]));
}
