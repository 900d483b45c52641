/** The address of reading aloud: the settings stand in the address, so nothing is remembered anywhere. */
import { lookedUp, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { scriptRoute } from "../../platform/web/script.ts";
import { LIST_USES, storyView } from "../stories/api.ts";
import { AloudPage } from "./pages/aloud.tsx";
import script from "./browser/aloud.ts?script";
import { aloudWordsIn } from "./words.ts";

const [SIZE, SPACE] = [2, 2]; // where nothing is asked for
const SCRIPT = "/aloud.js";

export const aloudRoutes: readonly Route[] = [
  { path: "/stories/:slug/aloud", query: { size: lookedUp, space: lookedUp }, answer: aloudPage },
  scriptRoute(SCRIPT, script),
];

async function aloudPage(request: PageRequest): Promise<Answer> {
  const { frame, lang, query } = request;
  const view = await storyView(request);
  if (!view) return undefined;
  if ("to" in view)
    return { kind: "redirect", uses: { projections: ["addresses"] }, to: `${view.to}/aloud` };
  const size = chosen(query["size"], SIZE, 4);
  const space = chosen(query["space"], SPACE, 3);
  if (size === undefined || space === undefined) return undefined;
  const odd = unlessMeant(request, { size: size !== SIZE, space: space !== SPACE });
  if (odd) return odd;
  return {
    kind: "page",
    uses: { subjects: [view.subject], projections: LIST_USES },
    ...(view.until !== undefined && { until: view.until }),
    title: view.text.title,
    description: view.text.summary,
    lang: view.text.lang,
    current: "/stories",
    script: SCRIPT,
    unlisted: true,
    main: AloudPage({ view, frame, lang, words: aloudWordsIn(view.text.lang), size, space }),
  };
}

/** The usual one where nothing is asked for; nothing where it is no choice. */
function chosen(asked: string | undefined, usual: number, most: number): number | undefined {
  if (asked === undefined) return usual;
  const value = /^[1-9]$/.test(asked) ? Number(asked) : Infinity;
  return value <= most ? value : undefined;
}
