/** The plan of a region at the desk: how far it is, what it says beside the one before, and its publishing. Rules PN94 to PN96. */
import type { Job } from "../../../platform/private/jobs.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { Figures, RegionAtDesk } from "../regions-kept.ts";
import type { RegionWords } from "../region-words.ts";
import { REGIONS } from "./region-list.tsx";

interface Props {
  readonly words: RegionWords;
  readonly region: RegionAtDesk;
  /** The latest about it. */
  readonly job: Job | undefined;
}

export const isOpen = (job: Job | undefined): boolean =>
  job?.state === "waiting" || job?.state === "running";

export function RegionPlan(props: Props): Html {
  const { words, region, job } = props;
  const at = `${REGIONS}/${region.id}`;
  const [run, before] = region.runs ?? [];
  return (
    <>
      <PageHead title={<bdi>{region.about.title}</bdi>} tight />
      {isOpen(job) && <Progress {...props} at={at} />}
      {!isOpen(job) && region.stopped && (
        <p class="aside" role="status">
          {words.wasStopped}
        </p>
      )}
      {job?.state === "failed" && !region.stopped && (
        <div class="aside" role="alert">
          <p>{words.failed}</p>
          <p>
            <bdi lang="en">{job.error}</bdi>
          </p>
        </div>
      )}
      {run && !isOpen(job) && <Compared words={words} run={run} before={before} />}
      {run && !isOpen(job) && <Publish words={words} region={region} run={run} at={at} />}
      {!run && !isOpen(job) && job?.state !== "failed" && !region.stopped && <p>{words.noPlan}</p>}
      <p>
        <a href={at}>{words.change}</a>
      </p>
      <p>
        <a href={REGIONS}>{words.back}</a>
      </p>
    </>
  );
}

function Progress({ words, job, at }: Props & { readonly at: string }) {
  const { done = 0, total = 0 } = job ?? {};
  const share = new Intl.NumberFormat(words.lang, { style: "percent" });
  const stages = Object.values(words.stages);
  const stage = Math.min(stages.length - 1, Math.floor(done / 100));
  return (
    <div class="aside" role="status">
      {total > 0 ? (
        <>
          <p>{words.working(share.format(done / total))}</p>
          <p>
            <progress max={total} value={done} aria-label={stages[stage]}></progress>{" "}
            {stages[stage]}
          </p>
        </>
      ) : (
        <p>{words.waiting}</p>
      )}
      <p>
        {words.refreshes} <a href={`${at}/plan`}>{words.again}</a>
      </p>
      <form method="post" action={`${at}/stop`}>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.stop}
          </button>
        </p>
      </form>
    </div>
  );
}

const MONEY = ["cost", "perPerson", "priceMonth"] as const;

function Compared(props: {
  readonly words: RegionWords;
  readonly run: Figures;
  readonly before: Figures | undefined;
}) {
  const { words, run, before } = props;
  const columns = [run, ...(before ? [before] : [])];
  const percent = new Intl.NumberFormat(words.lang, { style: "percent", maximumFractionDigits: 1 });
  const cell = (of: Figures, name: keyof RegionWords["figures"]): string => {
    const value = of[name];
    if (value === undefined) return "–";
    if (name === "gap") return percent.format(value);
    const said = formatNumber(Math.round(value * 100) / 100, words.lang);
    return (MONEY as readonly string[]).includes(name) ? `${said} ${of.currency}` : said;
  };
  return (
    <Section id="result" title={words.result} mini>
      <div class="scroll" role="region" aria-label={words.table(words.result)} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.result}</th>
              {before && <th scope="col">{words.before}</th>}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(words.figures) as (keyof RegionWords["figures"])[]).map((name) => (
              <tr>
                <th scope="row">{words.figures[name]}</th>
                {columns.map((of) => (
                  <td>
                    <bdi>{cell(of, name)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {run.open.length > 0 && (
        <>
          <h3>{words.openIs}</h3>
          <ul lang="en">
            {run.open.map((sentence) => (
              <li>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Publish(props: {
  readonly words: RegionWords;
  readonly region: RegionAtDesk;
  readonly run: Figures;
  readonly at: string;
}) {
  const { words, region, run, at } = props;
  const { published, slug } = region;
  const isOn = published !== undefined && published >= run.at;
  return (
    <>
      {published !== undefined && (
        <p>
          {isOn && words.onSite} <a href={`/plans/${slug}`}>{words.see}</a>
        </p>
      )}
      {!isOn && (
        <form method="post" action={`${at}/publish`}>
          <p>{words.publishIs}</p>
          <p class="acts">
            <button type="submit">
              {published === undefined ? words.publish : words.publishAgain}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
