/** `/log/records/:id`: what one record says, where it stands in the log, and the check of both. */
import { timeDay } from "../records/clock.ts";
import { formatDay, formatNumber, plural } from "../web/words.ts";
import { readable } from "./browser/check-proof.ts";
import { kindWords, minuteOf, type Said } from "./history.ts";
import type { LogHead } from "./reading.ts";

interface Shown {
  readonly record: Said;
  readonly subject: string;
  /** Whether the key that opened this campaign signed it. */
  readonly byOwner: boolean;
  /** How many records of the same subject are read after this one. */
  readonly later: number;
  readonly head: LogHead;
  readonly vkey: string;
  readonly base: string;
  readonly to: (path: string) => string;
}

export function RecordPage(shown: Shown) {
  const { record, subject, byOwner, later, head, to } = shown;
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{kindWords(record.kind)}</h1>
        <p class="stand c8">
          One signed entry of the log: what it says, where it stands, and how to check both.
        </p>
        <div class="c8">
          <p class="meta">
            <a href={to(`/log/subjects/${subject}`)}>All entries about the same</a>
            <a href={to("/log")}>How we keep this honest</a>
          </p>
        </div>
      </header>
      <section aria-labelledby="what">
        <h2 class="knot" id="what">
          What was said
        </h2>
        <ul class="lines">
          <Line name="Kind">{record.kind}</Line>
          <Line name="Dated">{minuteOf(record.at)}</Line>
          <Line name={byOwner ? "Signed by this campaign’s key" : "Signed by another key"}>
            {record.author}
          </Line>
          <Line name="Record">{record.id}</Line>
        </ul>
        <Words record={record} to={to} />
        {later > 0 && (
          <p>
            {formatNumber(later, "en")} later {plural(later, "entry is", "entries are")} about the
            same: <a href={to(`/log/subjects/${subject}`)}>see what became of it</a>.
          </p>
        )}
      </section>
      <section aria-labelledby="where">
        <h2 class="knot" id="where">
          Where it stands
        </h2>
        <p>
          Entry {formatNumber(record.index, "en")}, counted from 0, of{" "}
          {formatNumber(head.size, "en")}. The log swears to all of them with this checkpoint:
        </p>
        <pre class="whole">{head.checkpoint}</pre>
      </section>
      <Check {...shown} />
    </article>
  );
}

function Check({ record, vkey, base }: Shown) {
  const proof = `/log/proof/${record.id}.json`;
  return (
    <section aria-labelledby="check">
      <h2 class="knot" id="check">
        The check
      </h2>
      <p
        class="status"
        role="status"
        id="result"
        data-proof={proof}
        data-id={record.id}
        data-vkey={vkey}
      >
        A small script checks this entry in your browser. If nothing changes here, it does not run;
        the command below does the same.
      </p>
      <ul class="lines" id="steps"></ul>
      <h3>Check it yourself</h3>
      <p>
        The <a href={proof}>proof file</a> holds the record, its signature, its way through the log
        and the checkpoint. It can be checked without this site:
      </p>
      <pre class="whole">
        {`curl -O ${base}${proof}\ncnd verify --proof ${record.id}.json --vkey '${vkey}'`}
      </pre>
      <p>
        The last argument is the key of this log; the script and the key came from this site. The
        check proves most with a key, or a checkpoint, that you kept from an earlier day or have
        from somewhere else.
      </p>
    </section>
  );
}

/** The text, or the honest reason why there is none. */
function Words({ record: { text }, to }: Pick<Shown, "record" | "to">) {
  if (text.is === "here")
    return (
      <pre class="whole" id="said">
        {readable(text.body)}
      </pre>
    );
  if (text.is === "erased")
    return (
      <p>
        <b>Withdrawn on {formatDay(timeDay(text.at), "en")}.</b> The text was erased by{" "}
        <a href={to(`/log/records/${text.by}`)}>this entry</a> and is gone from here. The place in
        the log, the date and the signature stay.
      </p>
    );
  if (text.is === "personal")
    return (
      <p>
        This is about somebody’s own life. It is told on its own page, for as long as the person
        agrees, and not repeated here.
      </p>
    );
  return (
    <p>
      This entry is in the log and shows nothing: it belongs to an import that was not completed, or
      its author may not say it here.
    </p>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <li>
      <b>{name}</b>
      <span class="whole">{children}</span>
    </li>
  );
}
