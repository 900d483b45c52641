/** A signing is taken back for good: film, clips and cues go. Rules PB26 and PB27 of README.md. */
import type { Speaker } from "../../platform/sent/speaker.ts";
import { endAndErase } from "../../platform/sent/erasing.ts";
import { SIGNING_ADDED, SIGNING_EDITED, SIGNING_WITHDRAWN } from "./records.ts";

const REASONS = {
  person: "withdrawn by the person who signs",
  desk: "withdrawn by the desk",
} as const;

/** The one way in which a signing is erased, whoever wants it. @param by who wanted it: the log keeps it */
export async function eraseSigning(
  speaker: Speaker,
  subject: string,
  by: keyof typeof REASONS,
): Promise<void> {
  await endAndErase(speaker, subject, {
    end: { kind: SIGNING_WITHDRAWN, body: {} },
    texts: [SIGNING_ADDED, SIGNING_EDITED],
    reason: REASONS[by],
  });
}
