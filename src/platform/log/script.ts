/** The script of a record's page: it checks the proof in the reader's browser. */
import { scriptText, versioned } from "../web/script.ts";

export const checkScript = versioned(
  "/log/check",
  scriptText(import.meta.url, ["bytes", "check-proof", "show"]),
);
