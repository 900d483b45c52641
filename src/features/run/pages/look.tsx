/** What is wrong with the installation, and what to do: what `cnd doctor` says, in its words. */
import { CHECKS, type Finding } from "../../../platform/doctor/finding.ts";
import type { Job } from "../../../platform/private/jobs.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { RunWords } from "../words.ts";
import { momentIn } from "./moments.ts";

export interface LookProps {
  readonly words: RunWords;
  /** The last look that was asked for, and what the last one found that came to its end. */
  readonly looking: Job | undefined;
  readonly looked: { readonly made: number; readonly findings: readonly Finding[] } | undefined;
}

export function Look({ words, looking, looked }: LookProps): Html {
  const w = words.look;
  const isOpen = looking?.state === "waiting" || looking?.state === "running";
  const told = looked?.findings.filter(({ is }) => is !== "well") ?? [];
  const wrong = told.filter(({ is }) => is === "wrong").length;
  return (
    <Section id="look" title={w.title}>
      <p>{w.lead}</p>
      {isOpen && (
        <p class="aside" role="status">
          {w.waiting} <a href="/desk/run#look">{words.again}</a>
        </p>
      )}
      {looking?.state === "failed" && <p class="aside">{w.failed(looking.error ?? "")}</p>}
      {looked && (
        <>
          <p>
            <strong>
              {wrong === 0
                ? w.well(momentIn(words, looked.made))
                : w.wrong(wrong, momentIn(words, looked.made))}
            </strong>{" "}
            {w.count(CHECKS.length)}
          </p>
          {told.length > 0 && (
            <ul lang="en" dir="ltr">
              {told.map(({ says, todo }) => (
                <li>
                  {says}
                  {todo !== undefined && (
                    <>
                      <br />
                      <small>{todo}</small>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {!isOpen && (
        <form method="post" action="/desk/run/look">
          <p class="acts">
            <button type="submit">{w.make}</button>
          </p>
        </form>
      )}
    </Section>
  );
}
