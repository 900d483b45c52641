/** What is held about somebody, with what can be done about it; those who may be meant; a receipt. */
import { Line } from "../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { FROZEN, unfrozen } from "../../../platform/private/freezing.ts";
import { inShort, type Held } from "../found.ts";
import { placesOf } from "../receipt.ts";
import { Several } from "../who.ts";
import type { HoldingsWords } from "../words.ts";

export const PART = "/desk/holdings";

interface HeldProps {
  readonly words: HoldingsWords;
  /** What was typed. */
  readonly who: string;
  readonly isOne: boolean;
  /** Absent before anybody looked; a text says why nothing was found or done. */
  readonly found?: Held | Several | string | undefined;
  readonly receipt?: string | undefined;
  readonly trouble?: string | undefined;
}

export function HeldMain({ words: w, who, isOne, found, receipt, trouble }: HeldProps): Html {
  return (
    <>
      <PlainHead title={w.title} />
      {receipt !== undefined && (
        <Section id="receipt" title={w.receipt} mini>
          <pre class="prose">{receipt}</pre>
        </Section>
      )}
      {trouble !== undefined && (
        <p class="status" role="alert">
          {trouble}
        </p>
      )}
      <form class="c7" method="get" action={PART}>
        <Line name="who" maxlength={200} typed={{ who }} problems={{}} required>
          {w.who}
        </Line>
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="same" value="yes" checked={isOne} /> {w.same}
          </label>
        </div>
        <p class="acts">
          <button type="submit">{w.look}</button>
        </p>
      </form>
      {typeof found === "string" && <p role="status">{found}</p>}
      {found instanceof Several && <Choose several={found} words={w} />}
      {typeof found === "object" && !(found instanceof Several) && (
        <Everything held={found} who={who} isOne={isOne} words={w} />
      )}
    </>
  );
}

const Choose = ({ several, words: w }: { several: Several; words: HoldingsWords }): Html => (
  <Section id="several" title={w.several(several.candidates.length)} mini>
    <ul class="lines">
      {several.candidates.map(({ id, about }) => (
        <li>
          <a href={`${PART}?who=${encodeURIComponent(id)}`}>
            <bdi>{id.length > 40 ? id.slice(0, 12) : id}</bdi>
          </a>{" "}
          <small dir="auto">{about}</small>
        </li>
      ))}
    </ul>
  </Section>
);

type EverythingProps = Pick<HeldProps, "who" | "isOne" | "words"> & { readonly held: Held };

function Everything({ held, who, isOne, words: w }: EverythingProps): Html {
  const { backups, told } = held;
  const isFrozen = held.rows.some(({ table }) => table === FROZEN);
  return (
    <>
      <Section id="places" title={w.places} mini>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.place}</th>
              <th scope="col">{w.pieces}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(placesOf(held)).map(([place, n]) => (
              <tr>
                <td>
                  <bdi>{place}</bdi>
                </td>
                <td>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {isFrozen && <p class="status">{w.frozen}</p>}
        <details>
          <summary>{w.found}</summary>
          <ul class="lines">
            {[...ownFirst(held)].slice(0, SHOWN).map(([place, said]) => (
              <li>
                <bdi>{place}</bdi> <small dir="auto">{said}</small>
              </li>
            ))}
          </ul>
        </details>
      </Section>
      {backups.length > 0 && (
        <Section id="backups" title={w.backups} mini>
          <ul class="lines">
            {backups.map(({ file, until }) => (
              <li>{until === undefined ? w.untilDeleted(file) : w.until(file, until)}</li>
            ))}
          </ul>
        </Section>
      )}
      {told.servers.length > 0 && (
        <Section id="servers" title={w.servers} mini>
          <ul class="lines">
            {told.servers.map((host) => (
              <li>
                <bdi>{host}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {told.mails > 0 && <p>{w.mails(told.mails)}</p>}
      <Act to="export" title={w.take} hint={w.takeHint} who={who} isOne={isOne} />
      <Act
        to="restrict"
        title={w.freeze}
        hint={`${w.freezeHint} ${w.letGoHint}`}
        who={who}
        isOne={isOne}
        other={w.letGo}
      />
      <Act to="erase" title={w.erase} hint={w.eraseHint} who={who} isOne={isOne} sure={w.sure} />
    </>
  );
}

const SHOWN = 60; // lines: all of it is in the download
/** Each thing that was found with what it says in short, so that whoever decides sees of whom it speaks; the person's own before others'. */
function* ownFirst({ records, rows }: Held): Iterable<readonly [place: string, said: string]> {
  for (const { table, row } of rows.filter(({ isTheirs }) => isTheirs)) {
    const its = unfrozen(table, row);
    yield [its.table, inShort(its.row)];
  }
  for (const { kind, body } of records) yield [kind, inShort(body)];
  for (const { table, row, isTheirs } of rows) if (!isTheirs) yield [table, inShort(row)];
}

interface ActProps {
  readonly to: "export" | "restrict" | "erase";
  readonly title: string;
  readonly hint: string;
  readonly who: string;
  readonly isOne: boolean;
  /** Beside the box that has to be ticked. */
  readonly sure?: string;
  /** A second button that takes it back. */
  readonly other?: string;
}

const Act = ({ to, title, hint, who, isOne, sure, other }: ActProps): Html => (
  <Section id={to} title={title} mini>
    <p class="prose">{hint}</p>
    <form method="post" action={`${PART}/${to}`}>
      <input type="hidden" name="who" value={who} />
      <input type="hidden" name="same" value={isOne ? "yes" : ""} />
      {sure !== undefined && (
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="sure" value="yes" required /> {sure}
          </label>
        </div>
      )}
      <p class="acts">
        <button type="submit">{title}</button>
        {other !== undefined && (
          <button type="submit" name="lift" value="yes">
            {other}
          </button>
        )}
      </p>
    </form>
  </Section>
);
