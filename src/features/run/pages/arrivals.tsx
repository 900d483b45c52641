/** Earlier sites: the form that takes an export, what was sent, and what one of them brings. */
import type { Job } from "../../../platform/private/jobs.ts";
import type { Arrival } from "../../../platform/process/arrivals.ts";
import type { Arrived } from "../../../platform/process/house.ts";
import type { Problems } from "../../../platform/sent/sort.ts";
import { Hint, Line, NothingSent, Problem, Tick } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { RunWords } from "../words.ts";
import { momentIn } from "./moments.ts";

export interface Came {
  readonly problems?: Problems;
}

const AT = "/desk/run/arrivals";

export function ArrivalsMain(
  props: Came & { readonly words: RunWords; readonly all: readonly Arrival[] },
): Html {
  const { words, all, problems = {} } = props;
  const w = words.arrivals;
  const field = { typed: {}, problems };
  return (
    <>
      <PageHead title={w.title} stand={w.lead} tight />
      <NothingSent problems={problems} lang={words.lang} />
      <form method="post" action={AT} enctype="multipart/form-data">
        <Line {...field} name="site" type="url" maxlength={300}>
          {w.site} <Hint>{w.siteHint}</Hint>
        </Line>
        <Tick {...field} name="fetch">
          {w.fetch}
        </Tick>
        <div class="field">
          <label for="file">
            {w.file} <Hint>{w.fileHint}</Hint>
          </label>
          <Problem of="file" called={w.file} problems={problems} />
          <input id="file" name="file" type="file" required />
        </div>
        <p class="acts">
          <button type="submit">{w.send}</button>
        </p>
      </form>
      {all.length > 0 && (
        <Section id="sent" title={w.sent} mini>
          <ul class="lines">
            {all.map((of) => (
              <li>
                <a href={`${AT}/${of.id}`}>
                  <bdi>{of.about.called}</bdi>
                </a>{" "}
                <small>
                  {momentIn(words, of.about.made)} · {w.states[stateOf(of)]}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>
        <a href="/desk/run">{words.title}</a>
      </p>
    </>
  );
}

const stateOf = ({ looked, taken, undone }: Arrival): keyof RunWords["arrivals"]["states"] =>
  undone !== undefined ? "undone" : taken ? "taken" : looked ? "looked" : "sent";

interface OneProps extends Came {
  readonly words: RunWords;
  readonly of: Arrival;
  /** The latest about it. */
  readonly job: Job | undefined;
}

export function OneArrival(props: OneProps): Html {
  const { words, of, job } = props;
  const w = words.arrivals;
  const { looked, taken, undone } = of;
  const at = `${AT}/${of.id}`;
  const isOpen = job?.state === "waiting" || job?.state === "running";
  const n = (count: number) => formatNumber(count, words.lang);
  const told = taken ?? looked;
  return (
    <>
      <PageHead
        title={<bdi>{of.about.called}</bdi>}
        stand={`${momentIn(words, of.about.made)} · ${w.states[stateOf(of)]}`}
        tight
      />
      {isOpen && (
        <p class="aside" role="status">
          {job.total > 0 ? w.working(n(job.done), n(job.total)) : w.waiting}{" "}
          <a href={at}>{words.again}</a>
        </p>
      )}
      {job?.state === "failed" && (
        <p class="aside" role="status">
          {w.failed} <bdi lang="en">{job.error}</bdi>
        </p>
      )}
      {undone !== undefined && <p class="aside">{w.undone(undone)}</p>}
      {told && <Report words={words} of={told} isTaken={taken !== undefined} at={at} />}
      {!isOpen && looked && !taken && looked.problems.length === 0 && hasMore(looked) && (
        <Button at={`${at}/take`} words={w.take} />
      )}
      {!isOpen && taken && undone === undefined && <Late {...props} told={taken} at={at} />}
      {!isOpen && taken && undone === undefined && (
        <>
          <p>{w.undoHint}</p>
          <Button at={`${at}/undo`} words={w.undo} quiet />
        </>
      )}
      {!isOpen && <Button at={`${at}/forget`} words={w.forget} quiet />}
      <p>
        <a href={AT}>{w.back}</a>
      </p>
    </>
  );
}

/** What its posts show and what did not come with them. */
function Late(props: OneProps & { readonly told: Arrived; readonly at: string }): Html {
  const { words, of, told, at, problems = {} } = props;
  const { late, about } = of;
  const w = words.arrivals.late;
  const n = (count: number) => formatNumber(count, words.lang);
  if (!late && told.counts.filesLeft === 0) return <></>;
  const isWhole = late?.missing.length === 0;
  return (
    <Section id="late" title={w.title} mini>
      {late && (
        <p role="status">{late.of === 0 ? w.none : w.brought(n(late.brought), n(late.of))}</p>
      )}
      {late && (
        <Lines title={w.missing} lines={late.missing.map(({ what, why }) => `${what}: ${why}`)} />
      )}
      {!isWhole && (
        <form method="post" action={`${at}/pictures`}>
          <p>{w.hint}</p>
          <Line
            name="site"
            type="url"
            maxlength={300}
            typed={{ site: about.site ?? "" }}
            problems={problems}
          >
            {words.arrivals.site} <Hint>{words.arrivals.siteHint}</Hint>
          </Line>
          <p class="acts">
            <button type="submit">{late ? w.again : w.button}</button>
          </p>
        </form>
      )}
    </Section>
  );
}

const hasMore = ({ counts }: Arrived): boolean => counts.stories + counts.pages > 0;

const Button = (props: {
  readonly at: string;
  readonly words: string;
  readonly quiet?: boolean;
}): Html => (
  <form method="post" action={props.at}>
    <p class="acts">
      <button type="submit" class={props.quiet ? "quiet" : undefined}>
        {props.words}
      </button>
    </p>
  </form>
);

const COUNTS = [
  "stories",
  "pages",
  "drafts",
  "pictures",
  "sounds",
  "filesLeft",
  "comments",
  "addresses",
  "alreadyThere",
] as const;
const SHOWN = 50; // lines; the report has them all

function Report(props: {
  readonly words: RunWords;
  readonly of: Arrived;
  readonly isTaken: boolean;
  readonly at: string;
}): Html {
  const { words, of, isTaken, at } = props;
  const w = words.arrivals;
  const { counts, leftOut, problems, warnings, noted, report } = of;
  return (
    <Section id="report" title={isTaken ? w.came : w.would} mini>
      <ul class="lines">
        {COUNTS.filter((what) => counts[what] > 0).map((what) => (
          <li>
            {w.counts[what]} <small>{formatNumber(counts[what], words.lang)}</small>
          </li>
        ))}
      </ul>
      {!hasMore(of) && <p>{w.nothing}</p>}
      {noted > 0 && <p>{w.noted(noted)}</p>}
      <Lines title={w.problems} lines={problems} />
      <Lines title={w.leftOut} lines={leftOut.map(({ what, why }) => `${what}: ${why}`)} />
      <Lines title={w.warnings} lines={warnings} />
      {report !== undefined && (
        <p>
          <a href={`${at}/report`}>{w.whole}</a>
        </p>
      )}
    </Section>
  );
}

/** As the program says them. */
const Lines = ({ title, lines }: { title: string; lines: readonly string[] }): Html =>
  lines.length === 0 ? (
    <></>
  ) : (
    <>
      <h3>{title}</h3>
      <ul lang="en">
        {lines.slice(0, SHOWN).map((line) => (
          <li>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
