/** The page on which the detector is tried, and its scripts. */
import { brotliCompressSync } from "node:zlib";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Answer, PageRequest, Route } from "../../../platform/web/route.ts";
import { sendScript } from "../../../platform/web/script.ts";
import { DetectorPart } from "../told/parts.tsx";
import { wordsIn } from "../words.ts";
import { TryMain } from "./page.tsx";
import { TRY } from "./path.ts";
import { earsScript, microphoneScript, tryScript } from "./script.ts";
import { tryWordsIn } from "./words.ts";

const SCRIPTS = [tryScript, earsScript, microphoneScript];
const PAGE = 12_000; // bytes of the page itself, with its style

export const tryRoutes: readonly Route[] = [{ path: TRY, answer }];

export const tryAddresses: Readonly<Record<string, Extra>> = Object.fromEntries(
  SCRIPTS.map((script) => [`GET ${script.path}`, sendScript(script)]),
);

let weight: number | undefined; // worked out when the page is first shown

async function answer(request: PageRequest): Promise<Answer> {
  const words = tryWordsIn(request.lang);
  weight ??= SCRIPTS.map(({ text }) => brotliCompressSync(text).length).reduce(
    (sum, bytes) => sum + bytes,
    PAGE,
  );
  return {
    kind: "page",
    uses: {},
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/do-good",
    script: tryScript.path,
    main: TryMain({
      words,
      notTried: wordsIn(request.lang).notTried,
      scripts: {
        page: tryScript.path,
        ears: earsScript.path,
        microphone: microphoneScript.path,
        weight,
      },
      detector: DetectorPart({ words: wordsIn(request.lang) }),
    }),
  };
}
