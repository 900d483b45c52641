/** The lighter files of a film or a sound, and how far the making of them is. */
import type { Job } from "../../../platform/private/jobs.ts";
import type { Choice } from "../../../platform/web/player/choices.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import type { CaptionWords } from "../words.ts";

/** What is there of a file, and the latest job about it. */
export interface Made {
  readonly choices: readonly Choice[];
  readonly job?: Job | undefined;
}

export function Lighter({ words, choices, job }: Made & { readonly words: CaptionWords }): Html {
  const there = choices.map(
    ({ lines, bytes }) =>
      `${rungOf(words, lines)} ${formatBytes(bytes, words.lang).replace(" ", "\u00a0")}`,
  );
  return (
    <small>
      {there.join(" · ")}. {job && stateOf(words, job)}
    </small>
  );
}

function rungOf({ rung }: CaptionWords, lines: number | undefined): string {
  if (lines === undefined) return rung.asFilmed;
  return lines === 0 ? rung.soundOnly : rung.lines(lines);
}

function stateOf(words: CaptionWords, { state, done, total, error }: Job): string | undefined {
  if (state === "waiting") return words.waits;
  if (state === "running") return words.making(total === 0 ? 0 : Math.floor((done * 100) / total));
  return state === "failed" ? words.failed(error ?? "") : undefined;
}
