/** What a role asks beside a PIN or a mail: a passkey. Rule D27. */
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { plainPage } from "./pages/plain.tsx";
import { Second } from "./pages/sign-in.tsx";
import { passkeyScript } from "./script.ts";
import { wordsIn } from "./words.ts";

export function secondAddresses({ door }: Serving): Readonly<Record<string, Extra>> {
  return {
    "GET /desk/second": door.early(async ({ must, isSure, lang }) => {
      if (!must) return { to: "/desk" };
      const words = wordsIn(lang);
      const main = Second({ words, must, isLate: !isSure });
      return { page: plainPage(words.second.title, main, passkeyScript.path) };
    }),
  };
}
