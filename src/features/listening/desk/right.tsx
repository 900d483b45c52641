/** How right the alarms of each sensor were. Rules LW20 and LW21. */
import { A_DAY } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { listeningPart } from "../private/listening.ts";
import type { Sensor } from "../private/forms.ts";
import { linesOf, rightness, type SensorLine, type Share } from "../right.ts";
import { Head, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

const A_YEAR = 365 * A_DAY;

export const showRight =
  ({ instance, clock }: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const { alarms, sensors } = await instance.snapshot(async (db) => ({
      alarms: await listeningPart.questions.alarms(db, { since: clock.aged() - A_YEAR }),
      sensors: await listeningPart.questions.sensors(db),
    }));
    const names = new Map(sensors.map((one) => [one.id, one]));
    const main = RightMain({
      visit,
      words,
      lines: linesOf(alarms).toSorted((a, b) =>
        (names.get(a.sensor)?.name ?? "") < (names.get(b.sensor)?.name ?? "") ? -1 : 1,
      ),
      muted: rightness(alarms).muted,
      names,
    });
    return { page: pageOf(visit, words.right.title, main) };
  };

function RightMain(props: {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly lines: readonly SensorLine[];
  readonly muted: number;
  readonly names: ReadonlyMap<string, Sensor>;
}): Html {
  const { visit, words, lines, muted, names } = props;
  const { right: w, lang } = words;
  const number = (n: number | undefined) => (n === undefined ? "–" : formatNumber(n, lang));
  return (
    <>
      <Head visit={visit} here="right" title={w.title} stand={w.lead} />
      {lines.length === 0 ? (
        <p class="wanted">{w.none}</p>
      ) : (
        <>
          <p>{w.year}</p>
          <div class="scroll" tabindex={0} role="group" aria-label={w.title}>
            <table class="register">
              <thead>
                <tr>
                  <th scope="col">{words.sensors.sensor}</th>
                  <th scope="col" class="wraps">
                    {w.share}
                  </th>
                  {[w.alarms, w.right, w.wrong, w.unknown].map((one) => (
                    <th scope="col" class="n">
                      {one}
                    </th>
                  ))}
                  {[w.minutes, w.silences].map((one) => (
                    <th scope="col" class="n">
                      {one}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr>
                    <th scope="row">
                      <bdi>{names.get(line.sensor)?.name ?? "–"}</bdi>
                      <span class="hint">
                        <bdi>{line.detector}</bdi>
                      </span>
                    </th>
                    <td class="wraps">
                      {line.precision ? shareOf(line.precision, words) : w.nobody}
                    </td>
                    {[line.alarms, line.right, line.wrong, line.unknown].map((n) => (
                      <td class="n">{number(n)}</td>
                    ))}
                    <td class="n">{number(line.minutes)}</td>
                    <td class="n">{number(line.silences)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {muted > 0 && <p>{w.muted(muted)}</p>}
          <p class="small">{w.source}</p>
        </>
      )}
      <p class="small">{words.notTried}</p>
    </>
  );
}

/** In whole hundredths: of few answers more would be a pretence. */
function shareOf({ share, low, high }: Share, { right, lang }: DeskWords): string {
  const hundredths = (n: number) => formatNumber(Math.round(n * 100), lang);
  return right.bounds(hundredths(share), hundredths(low), hundredths(high));
}
