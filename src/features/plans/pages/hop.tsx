/** The page of one hop: its profile, its numbers, and the same as a table. Rule PN7. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import { clearance, fresnelRadius, type Way } from "../../../engines/propagation/clearance.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import { hopEndsOf } from "../antennas.ts";
import { groundOf, lineOf } from "../browser/hop.ts";
import { tightestOf } from "../browser/shape.ts";
import { clearanceSaid, doubtSaid } from "../browser/verdict.ts";
import { siteNamed } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import type { Hop } from "../records.ts";
import { wayOf } from "../ways.ts";
import type { PlanWords } from "../words.ts";
import { Fig, isStanding, rounded, Yearly, type Shown } from "../parts.tsx";
import { sheetWordsIn } from "../sheet-words.ts";
import { azimuthSaid, Band, Fact, tiltSaid } from "./aims.tsx";
import { Profile } from "./profile.tsx";

const MOST_ROWS = 25;

/** The names of both ends as one line of plain words. */
export function hopTitle({ plan }: PlanCard, hop: Hop, words: PlanWords): string {
  const name = (id: string) => siteNamed(plan, id)?.name ?? id;
  return words.hopOf.replace("{from}", name(hop.from)).replace("{to}", name(hop.to));
}

export function HopMain(props: Shown & { readonly card: PlanCard; readonly hop: Hop }): Html {
  const { card, hop, words, own, to } = props;
  const { plan, slug } = card;
  const say = (n: number, places = 1) => rounded(n, words, places);
  const name = (id: string) => spoken(own, words.lang, siteNamed(plan, id)?.name ?? id);
  const way = wayOf(hop, plan);
  const sheet = sheetWordsIn(words.lang);
  const title = words.profileOf.replace("{km}", words.km(say(hop.km)));
  return (
    <article>
      <PageHead title={filled(words.hopOf, { from: name(hop.from), to: name(hop.to) })} tight />
      <div class="row">
        <Profile
          way={way}
          title={title}
          caption={filled(words.profileIs, { k: say(plan.radio.k, 2) })}
          words={words}
        />
        <div class="r4">
          <dl class="facts">
            <dt>{words.length}</dt>
            <dd>{words.km(say(hop.km))}</dd>
            <HopFacts hop={hop} words={words} />
            <dt>{words.frequency}</dt>
            <dd>{words.mhz(formatNumber(hop.mhz, words.lang))}</dd>
            <dt>{words.radioUsed}</dt>
            <dd>
              <bdi {...foreign(own, words.lang)}>{hop.radio}</bdi>
            </dd>
            {hop.channel && (
              <Fact is={sheet.channel}>
                <Band channel={hop.channel} own={own} words={words} sheet={sheet} />
              </Fact>
            )}
          </dl>
          <Judged hop={hop} way={way} words={words} />
          <p class="small">
            <span class="state claimed">{words.computed}</span>
          </p>
        </div>
      </div>
      <Ends {...props} />
      <details class="media">
        <summary>
          <b>{words.profileTable}</b>
        </summary>
        <ProfileTable way={way} words={words} />
      </details>
      <p class="acts">
        <a class="button quiet" href={to(`/plans/${slug}`)}>
          {words.backToPlan}
        </a>
        <a class="button quiet" href={to(`/plans/${slug}/link`)}>
          {words.tryLink}
        </a>
      </p>
    </article>
  );
}

/** Where the antenna of each end looks, with the way to the sheet of its mast. */
function Ends(props: Shown & { readonly card: PlanCard; readonly hop: Hop }) {
  const { card, hop, words, own, to } = props;
  const { plan, slug } = card;
  const sheet = sheetWordsIn(words.lang);
  const said = { words, sheet };
  return (
    <Section id="ends" title={sheet.ends} mini>
      <dl class="facts">
        {hopEndsOf(plan, hop, plan.hops.indexOf(hop) + 1).map(({ at, aim, height }) => (
          <>
            <dt>
              <a href={to(`/plans/${slug}/sites/${at.id}`)}>{spoken(own, words.lang, at.name)}</a>
            </dt>
            <dd>
              {aim?.tilt !== undefined &&
                sheet.endOf(
                  azimuthSaid(aim.azimuth, said),
                  tiltSaid(aim.tilt, said),
                  words.m(rounded(height, words)),
                )}
            </dd>
          </>
        ))}
      </dl>
    </Section>
  );
}

function HopFacts({ hop, words }: { readonly hop: Hop; readonly words: PlanWords }) {
  const say = (n: number, places = 1) => rounded(n, words, places);
  return (
    <>
      <dt>{words.clear}</dt>
      <dd>
        {filled(words.clearOf, {
          share: <Fig>{words.percent(say(hop.clearance * 100, 0))}</Fig>,
        })}
      </dd>
      {hop.level !== undefined && (
        <>
          <dt>{words.level}</dt>
          <dd>
            <Fig>{words.dbm(say(hop.level))}</Fig>
          </dd>
        </>
      )}
      <dt>{words.margin}</dt>
      <dd>
        <Fig>{words.db(say(hop.margin))}</Fig>
      </dd>
      {isStanding(hop) && (
        <>
          <dt>{words.available}</dt>
          <dd>
            <Yearly of={hop} words={words} />
          </dd>
        </>
      )}
      <dt>{words.capacity}</dt>
      <dd>
        <Fig>{words.mbit(say(hop.capacity, 0))}</Fig>
      </dd>
    </>
  );
}

/** Whether the way is clear, and what two models say where they are far apart, as the link page says it. */
function Judged({ hop, way, words }: { hop: Hop; way: Way; words: PlanWords }) {
  const { clearance: share, p526, itm } = hop;
  const tightest = hop.tightest ?? (clearance(way).at * way.spacing) / 1000;
  const say = (n: number) => formatNumber(n, words.lang);
  const doubt =
    p526 !== undefined && doubtSaid({ p526, ...(itm !== undefined && { itm }) }, words.link, say);
  return (
    <>
      <p>{clearanceSaid({ clearance: share, tightest }, words.link, say)}</p>
      {doubt && <p>{doubt}</p>}
    </>
  );
}

function ProfileTable({ way, words }: { readonly way: Way; readonly words: PlanWords }) {
  const last = way.heights.length - 1;
  const [line, ground] = [lineOf(way), groundOf(way)];
  const metres = (n: number) => words.m(rounded(n, words, 0));
  return (
    <div class="scroll" role="region" aria-label={words.table(words.profileTable)} tabindex={0}>
      <table>
        <TableHead
          first={words.fromStart}
          numbers={[words.groundHeight, words.lineHeight, words.zone]}
        />
        <tbody>
          {tightestOf(way, MOST_ROWS - 1).map((i) => {
            const [a, b] = [i * way.spacing, (last - i) * way.spacing];
            return (
              <tr>
                <th scope="row">{words.km(rounded(a / 1000, words, 2))}</th>
                <td class="n">{metres(ground(i))}</td>
                <td class="n">{metres(line(i))}</td>
                <td class="n">{metres(a * b === 0 ? 0 : fresnelRadius(a, b, way.frequency))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
