/** Running an instance: what lies here, what works, what waits. */
import type { Verification } from "../../../platform/log/verify/verify.ts";
import type { Job, Overview } from "../../../platform/private/jobs.ts";
import type { Use } from "../../../platform/process/measured.ts";
import { NothingSent } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { BackupKey, Backups, Rule, type BackupsProps } from "./backups.tsx";
import { Newer, type NewerProps } from "./newer.tsx";
import { Look, type LookProps } from "./look.tsx";
import { momentIn, sizeIn } from "./moments.ts";

export type Checked = Verification;

interface RunProps extends BackupsProps, LookProps, NewerProps {
  readonly trouble?: string;
  /** The last check that was asked for, and what the last one found that came to its end. */
  readonly checking: Job | undefined;
  readonly checked: (Checked & { readonly made: number }) | undefined;
  /** Undefined while it is looked at. */
  readonly use: Use | undefined;
  /** Bytes. */
  readonly memory: number;
  readonly jobs: Overview;
  /** Undefined where there is no mail server. */
  readonly mail:
    | {
        readonly waiting: number;
        readonly putOff: number;
        readonly refused: readonly { readonly failed: number; readonly error: string | null }[];
      }
    | undefined;
  /** Of each program; undefined where it is not found. */
  readonly versions: Readonly<
    Record<"program" | "node" | "database", string> & { ffmpeg: string | undefined }
  >;
}

export function RunMain(props: RunProps): Html {
  const { words, problems = {}, trouble, use } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} tight />
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <Backups {...props} />
      <div class="row">
        <div class="c6">
          <Rule {...props} free={use?.free} />
        </div>
        <div class="c6">
          <BackupKey {...props} />
        </div>
      </div>
      <p class="acts">
        <a class="button" href="/desk/run/arrivals">
          {words.arrivals.link}
        </a>
      </p>
      <Look {...props} />
      <Check {...props} />
      <Disk {...props} />
      <Jobs {...props} />
      <MailQueue {...props} />
      <Versions {...props} />
      <Newer {...props} />
    </>
  );
}

function Check({ words, checking, checked }: RunProps): Html {
  const w = words.check;
  const { state, done = 0, total = 0, error } = checking ?? {};
  const n = (count: number) => formatNumber(count, words.lang);
  const isOpen = state === "waiting" || state === "running";
  return (
    <Section id="check" title={w.title}>
      <p>{w.lead}</p>
      {isOpen && (
        <p class="aside" role="status">
          {state === "running" && total > 0 ? w.making(n(done), n(total)) : w.waiting}{" "}
          <a href="/desk/run#check">{words.again}</a>
        </p>
      )}
      {state === "failed" && <p class="aside">{w.failed(error ?? "")}</p>}
      {checked === undefined ? (
        !isOpen && <p class="wanted">{w.never}</p>
      ) : (
        <>
          <p>
            <strong>
              {checked.count === 0
                ? w.holds(momentIn(words, checked.made))
                : w.problems(checked.count, momentIn(words, checked.made))}
            </strong>{" "}
            {w.counts(n(checked.records), n(checked.tiles), n(checked.rows), n(checked.media))}
          </p>
          {checked.problems.length > 0 && (
            <ul lang="en" dir="ltr">
              {checked.problems.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {!isOpen && (
        <form method="post" action="/desk/run/verify">
          <p class="acts">
            <button type="submit">{w.make}</button>
          </p>
        </form>
      )}
    </Section>
  );
}

const PARTS = ["database", "media", "uploads", "backups", "cache", "rest", "free"] as const;

function Disk({ words, use: looked, memory, backups }: RunProps): Html {
  const w = words.disk;
  const taken = backups.reduce((sum, one) => sum + one.bytes, 0); // as they are now
  const use = looked && { ...looked, backups: taken };
  const bytes = (n: number) => <bdi>{sizeIn(words, n)}</bdi>;
  return (
    <Section id="disk" title={w.title}>
      {use === undefined && <p>{w.soon}</p>}
      <ul class="lines">
        {use !== undefined &&
          PARTS.map((part) => (
            <li>
              {w[part]} <small>{bytes(use[part])}</small>
            </li>
          ))}
        <li>
          {w.memory} <small>{bytes(memory)}</small>
        </li>
      </ul>
      {use !== undefined && <p class="small">{w.since(momentIn(words, use.at))}</p>}
    </Section>
  );
}

function Jobs({ words, jobs }: RunProps): Html {
  const w = words.jobs;
  const called = ({ kind }: Job) =>
    Object.hasOwn(w.kinds, kind) ? (
      w.kinds[kind as keyof typeof w.kinds]
    ) : (
      <code dir="ltr">{kind}</code>
    );
  return (
    <Section id="jobs" title={w.title}>
      <p>{jobs.next.length === 0 ? w.none : w.lead(jobs.waiting)}</p>
      {jobs.next.length > 0 && (
        <ul class="lines">
          {alike(jobs.next).map(([job, count]) => (
            <li>
              {called(job)}
              {count > 1 && ` × ${count}`}{" "}
              <small>
                {job.state === "running" ? w.running : w.waits}
                {job.tries > 1 && <> · {w.tried(job.tries)}</>}
              </small>
            </li>
          ))}
        </ul>
      )}
      {jobs.failed > 0 && (
        <>
          <h3>{w.failed(jobs.failed)}</h3>
          <ul class="lines">
            {jobs.failures.map((job) => (
              <li>
                <span>
                  {called(job)}: <bdi>{job.error}</bdi> <small>{w.tried(job.tries)}</small>
                </span>{" "}
                <form method="post" action="/desk/run/job">
                  <input type="hidden" name="id" value={job.id} />
                  <button type="submit" class="quiet">
                    {w.again}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** Those of one kind that are as far as one another, once, with how many they are. */
function alike(jobs: readonly Job[]): readonly (readonly [Job, number])[] {
  const groups = Map.groupBy(jobs, ({ kind, state, tries }) => `${kind} ${state} ${tries}`);
  return [...groups.values()].map((same) => [same[0]!, same.length]);
}

function MailQueue({ words, mail }: RunProps): Html {
  const w = words.mail;
  if (mail === undefined)
    return (
      <Section id="mail" title={w.title}>
        <p>{w.none}</p>
      </Section>
    );
  const { waiting, putOff, refused } = mail;
  return (
    <Section id="mail" title={w.title}>
      {waiting === 0 && refused.length === 0 && <p>{w.fine}</p>}
      {waiting > 0 && <p>{w.waiting(waiting)}</p>}
      {putOff > 0 && (
        <form method="post" action="/desk/run/mail">
          <p>{w.putOff(putOff)}</p>
          <p class="acts">
            <button type="submit">{w.hurry}</button>
          </p>
        </form>
      )}
      {refused.length > 0 && (
        <ul>
          {refused.map(({ failed, error }) => (
            <li>
              <bdi>{w.failed(failed, error ?? "")}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/desk/updates">{w.more}</a>
      </p>
    </Section>
  );
}

function Versions({ words, versions }: RunProps): Html {
  const w = words.versions;
  const { program, node, database, ffmpeg } = versions;
  const as = (said: string) => <bdi lang="en">{said}</bdi>; // as it calls itself, in whatever language
  const rows: readonly (readonly [Html | string, Html | string])[] = [
    [w.program, as(program)],
    [as("Node"), as(node)],
    [w.database, as(database)],
    [as("ffmpeg"), ffmpeg === undefined ? w.noFfmpeg : as(ffmpeg)],
  ];
  return (
    <Section id="versions" title={w.title}>
      <ul class="lines">
        {rows.map(([name, version]) => (
          <li>
            {name} <small>{version}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
