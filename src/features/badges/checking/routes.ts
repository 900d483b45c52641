/** The public page on which a badge is checked. */
import { brotliCompressSync } from "node:zlib";
import { toIn } from "../../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../../platform/web/route.ts";
import { CHECK, CheckMain, type ForScript } from "./page.tsx";
import { checkScript, readerScript } from "./script.ts";
import { checkWordsIn } from "./words.ts";

export const KNOWN = "/badges/known.json";

export const checkingRoutes: readonly Route[] = [{ path: CHECK, answer: page }];

let weight: number | undefined; // worked out when the page is first shown

export const forScript = (): ForScript => ({
  known: KNOWN,
  script: checkScript.path,
  reader: readerScript.path,
  weight: (weight ??= [checkScript, readerScript]
    .map(({ text }) => brotliCompressSync(text).length)
    .reduce((sum, bytes) => sum + bytes, PAGE)),
});
const PAGE = 12_000; // bytes of the page itself, with its style

async function page(request: PageRequest): Promise<Answer> {
  const words = checkWordsIn(request.lang);
  return {
    kind: "page",
    uses: {},
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/do-good",
    script: checkScript.path,
    main: CheckMain({ words, to: toIn(request), forScript: forScript() }),
  };
}
