/** Whom to ask for newer releases, what that tells them, and what they answered last. */
import type { Job } from "../../../platform/private/jobs.ts";
import type { Release, Releases } from "../../../platform/process/releases.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import { Hint, Line } from "../../../platform/web/form-fields.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { RunWords } from "../words.ts";
import { momentIn } from "./moments.ts";

export interface NewerProps {
  readonly words: RunWords;
  /** Undefined where nobody is asked. */
  readonly releases: Releases | undefined;
  readonly newer: Release | undefined;
  readonly asking: Job | undefined;
  readonly typed?: Typed;
  readonly problems?: Problems;
}

export function Newer({ words, releases, newer, asking, typed, problems = {} }: NewerProps): Html {
  const w = words.releases;
  const came = typed && "releaseList" in typed ? typed : undefined;
  const isOpen = asking?.state === "waiting" || asking?.state === "running";
  return (
    <Section id="newer" title={w.title}>
      {newer && <Out words={words} newer={newer} />}
      {releases && (
        <p role="status">{isOpen ? w.waiting : saidOf(words, releases, newer !== undefined)}</p>
      )}
      <p>{w.lead}</p>
      <form method="post" action="/desk/run/releases">
        <Line
          name="releaseList"
          type="url"
          maxlength={500}
          typed={came ?? { releaseList: releases?.address ?? "" }}
          problems={problems}
        >
          {w.field} <Hint>{w.fieldHint}</Hint>
        </Line>
        <p>{w.learns}</p>
        <p class="acts">
          <button type="submit">{w.save}</button>
        </p>
      </form>
      {releases && !isOpen && (
        <form method="post" action="/desk/run/releases/now">
          <p class="acts">
            <button type="submit" class="quiet">
              {w.now}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}

function saidOf(words: RunWords, { asked, failed }: Releases, isNewer: boolean): string {
  const w = words.releases;
  if (asked === 0) return w.never;
  const when = momentIn(words, asked);
  if (failed !== "") return w.failed(when, failed);
  return isNewer ? "" : w.none(when);
}

/** In whatever language the list speaks. */
function Out({ words, newer }: { readonly words: RunWords; readonly newer: Release }) {
  const w = words.releases;
  const { version, day, changes, link } = newer;
  return (
    <div class="aside">
      <p>
        <strong>{w.out(version, formatDay(day, words.lang))}</strong>
      </p>
      {changes !== "" && (
        <>
          <p>{w.says}</p>
          <blockquote dir="auto">{changes}</blockquote>
        </>
      )}
      {link !== undefined && (
        <p>
          <a href={link} rel="noreferrer">
            {w.more}
          </a>
        </p>
      )}
    </div>
  );
}
