/** The address of the service worker. Its own policy governs what it may fetch: this site, and nothing else. */
import type { Extra } from "../../platform/web/extra.ts";
import { LANGUAGES } from "../../platform/words/catalogue.ts";
import { unmarkedIn } from "../../platform/words/fallback.ts";
import script from "./browser/worker.ts?script";
import { offlineWordsIn } from "./words.ts";

export const workerAddress: Extra = (_req, res) => {
  const words = LANGUAGES.map((lang) => {
    const { kept, instead } = offlineWordsIn(lang);
    return [lang, unmarkedIn({ kept, instead })] as const;
  });
  const body = Buffer.from(`const WORDS=${JSON.stringify(Object.fromEntries(words))};${script}`);
  res.setHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
  res.setHeader("Cache-Control", "no-cache");
  res.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Content-Length": String(body.length),
  });
  res.end(body);
};
