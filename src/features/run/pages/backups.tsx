/** Backups: those that lie here, the rule by which they are kept, and the key to which they are encrypted. */
import type { Job } from "../../../platform/private/jobs.ts";
import { isEncrypted, type KeepingRule } from "../../../platform/process/backups/folder.ts";
import type { Backup } from "../../../platform/process/backups/keeping.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import { Hint, Line, NothingSent, Tick } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { RunWords } from "../words.ts";
import { NEEDS } from "../works.ts";
import { ageIn, momentIn, sizeIn } from "./moments.ts";

export interface BackupsProps {
  readonly words: RunWords;
  readonly now: number;
  readonly backups: readonly Backup[];
  readonly rule: KeepingRule;
  /** Public keys. */
  readonly recipients: readonly string[];
  /** The last one that was asked for. */
  readonly making: Job | undefined;
  readonly typed?: Typed;
  readonly problems?: Problems;
}

const AT = "/desk/run/backups";

export function Backups(props: BackupsProps): Html {
  const { words, now, backups, rule, making } = props;
  const w = words.backups;
  const taken = backups.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = (n: number) => sizeIn(words, n);
  return (
    <Section id="backups" title={w.title}>
      <p>{w.lead}</p>
      <Making {...props} />
      {backups.length === 0 ? (
        <p class="wanted">{w.none}</p>
      ) : (
        <>
          <ul class="lines">
            {backups.map(({ file, made, bytes: size, name }) => (
              <li>
                <span>
                  <a href={`${AT}/${file}`}>
                    <time datetime={new Date(made).toISOString()}>{momentIn(words, made)}</time>
                  </a>
                  {name !== undefined && (
                    <>
                      {" · "}
                      <bdi>{w.stays(name)}</bdi>
                    </>
                  )}
                </span>{" "}
                <small>
                  {ageIn(words, made, now)} · <bdi>{bytes(size)}</bdi>
                  {!isEncrypted(file) && <> · {w.open}</>}
                </small>
              </li>
            ))}
          </ul>
          <p>{w.sum(bytes(taken), bytes(rule.bytes))}</p>
        </>
      )}
      {making?.state !== "running" && making?.state !== "waiting" && (
        <form method="post" action={AT}>
          <p class="acts">
            <button type="submit">{w.make}</button>
          </p>
        </form>
      )}
    </Section>
  );
}

/** What becomes of the one that was asked for. */
function Making({ words, making }: BackupsProps): Html {
  const w = words.backups;
  const { state, done = 0, total = 0, error } = making ?? {};
  const n = (count: number) => formatNumber(count, words.lang);
  if (state === "waiting" || state === "running")
    return (
      <p class="aside" role="status">
        {state === "running" && total > 0 ? w.making(n(done), n(total)) : w.waiting}{" "}
        <a href="/desk/run">{words.again}</a>
      </p>
    );
  if (state !== "failed") return <></>;
  const needs = Number(error?.startsWith(NEEDS) ? error.slice(NEEDS.length) : NaN);
  const why = needs > 0 ? w.noRoom(sizeIn(words, needs)) : w.failed(error ?? "");
  return (
    <p class="aside" role="status">
      {why}
    </p>
  );
}

const MEGABYTE = 1e6;

const typedOf = ({ isOn, days, weeks, months, bytes }: KeepingRule): Typed => ({
  isOn: isOn ? "yes" : "",
  days: String(days),
  weeks: String(weeks),
  months: String(months),
  size: String(Math.round(bytes / MEGABYTE)),
});

/** For how long backups are kept, and within which size. */
export function Rule(props: BackupsProps & { readonly free: number | undefined }): Html {
  const { words, rule, free, typed: came, problems = {} } = props;
  const w = words.rule;
  const typed = came && "size" in came ? came : typedOf(rule);
  const field = { typed, problems };
  const number = { ...field, inputmode: "numeric" as const, maxlength: 7, required: true };
  return (
    <Section id="keeping" title={w.title} mini>
      <form method="post" action="/desk/run/keeping">
        <Tick {...field} name="isOn">
          {w.on}
        </Tick>
        <p>{w.hint}</p>
        <div class="row">
          <div class="c4">
            <Line {...number} name="days">
              {w.days}
            </Line>
          </div>
          <div class="c4">
            <Line {...number} name="weeks">
              {w.weeks}
            </Line>
          </div>
          <div class="c4">
            <Line {...number} name="months">
              {w.months}
            </Line>
          </div>
        </div>
        <Line {...number} name="size">
          {w.size} <Hint>{w.sizeHint}</Hint>
        </Line>
        {free !== undefined && <p>{w.free(sizeIn(words, free))}</p>}
        <p class="acts">
          <button type="submit">{w.save}</button>
        </p>
      </form>
    </Section>
  );
}

/** The key of the backups: which it is, or how one is set. */
export function BackupKey(props: BackupsProps): Html {
  const { words, recipients, typed = {}, problems = {} } = props;
  const w = words.key;
  if (recipients.length > 0)
    return (
      <Section id="key-of" title={w.title} mini>
        <p>{w.is}</p>
        {recipients.map((key) => (
          <p>
            <code dir="ltr">{key}</code>
          </p>
        ))}
      </Section>
    );
  return (
    <Section id="key-of" title={w.title} mini>
      <p>{w.none}</p>
      <form method="post" action="/desk/run/key/new">
        <p class="acts">
          <button type="submit">{w.make}</button>
        </p>
      </form>
      <form method="post" action="/desk/run/key">
        <Line name="key" typed={typed} problems={problems} maxlength={2000} required>
          {w.field} <Hint>{w.fieldHint}</Hint>
        </Line>
        <p>{w.once}</p>
        <p class="acts">
          <button type="submit">{w.save}</button>
        </p>
      </form>
    </Section>
  );
}

/** One backup: take it away, give it a name, delete it. */
export function OneBackup(props: {
  readonly words: RunWords;
  readonly of: Backup;
  readonly hasKey: boolean;
  readonly typed?: Typed | undefined;
  readonly problems?: Problems | undefined;
}): Html {
  const { words, of, hasKey, typed, problems = {} } = props;
  const w = words.backups;
  const at = `${AT}/${of.file}`;
  const canLeave = hasKey || isEncrypted(of.file);
  return (
    <>
      <PageHead
        title={w.nameTitle(momentIn(words, of.made))}
        stand={sizeIn(words, of.bytes)}
        tight
      />
      <NothingSent problems={problems} lang={words.lang} />
      {canLeave ? (
        <p class="acts">
          <a class="button" href={`${at}/download`} download>
            {w.download}
          </a>
        </p>
      ) : (
        <p>{words.key.first}</p>
      )}
      <form method="post" action={`${at}/name`}>
        <Line
          name="name"
          typed={typed ?? { name: of.name ?? "" }}
          problems={problems}
          maxlength={100}
        >
          {w.name} <Hint>{w.nameHint}</Hint>
        </Line>
        <p class="acts">
          <button type="submit">{w.saveName}</button>
        </p>
      </form>
      <form method="post" action={`${at}/delete`}>
        <p>{w.deleteHint}</p>
        <p class="acts">
          <button type="submit" class="quiet">
            {w.delete}
          </button>
        </p>
      </form>
      <p>
        <a href="/desk/run">{w.back}</a>
      </p>
    </>
  );
}
