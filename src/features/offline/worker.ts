/** The address of the service worker. Its own policy governs what it may fetch: this site, and nothing else. */
import { plainly } from "../../platform/web/handler.ts";
import { SCRIPT_TYPE } from "../../platform/web/script.ts";
import { LANGUAGES } from "../../platform/words/catalogue.ts";
import { unmarkedIn } from "../../platform/words/fallback.ts";
import script from "./browser/worker.ts?script";
import { offlineWordsIn } from "./words.ts";

export const workerAddress = plainly(() => {
  const words = LANGUAGES.map((lang) => {
    const { kept, instead } = offlineWordsIn(lang);
    return [lang, unmarkedIn({ kept, instead })] as const;
  });
  const text = `const WORDS=${JSON.stringify(Object.fromEntries(words))};${script}`;
  const headers = { "Content-Security-Policy": "default-src 'none'; connect-src 'self'" };
  return { file: Buffer.from(text), type: SCRIPT_TYPE, cache: "no-cache", headers };
});
