/** The sheet of a mast: where it stands, and for each antenna where it looks, at whom and on what frequency. Rule PN80. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import { sheetOf, type HopEnd, type Sheet } from "../antennas.ts";
import { Fig, rounded } from "../parts.tsx";
import type { Site } from "../records.ts";
import { azimuthSaid, Band, dmsSaid, Fact, kmSaid, tiltSaid, type SheetProps } from "./aims.tsx";
import { Sectors } from "./sectors.tsx";

export function SiteMain(props: SheetProps & { readonly site: Site }): Html {
  const { card, site, words, own, sheet, to } = props;
  const { plan, slug } = card;
  const all = sheetOf(plan, site);
  const { hops, sectors, others } = all;
  return (
    <article class="mast">
      <header class="row head tight">
        <h1 class="c10">{filled(sheet.titleOf, { mast: spoken(own, words.lang, site.name) })}</h1>
        <p class="meta c8">
          <a href={to(`/plans/${slug}`)} {...foreign(own, words.lang)}>
            {plan.title}
          </a>
        </p>
      </header>
      <Position {...props} />
      {hops.length > 0 && (
        <Section id="hops" title={sheet.hops} mini>
          <div class="side">
            {hops.map((end) => (
              <Hop end={end} {...props} />
            ))}
          </div>
        </Section>
      )}
      <Sectors all={all} {...props} />
      {hops.length + sectors.length + others.length === 0 && <p>{sheet.noAntenna}</p>}
      <Notes all={all} {...props} />
    </article>
  );
}

/** Where it stands, how high, and what feeds it. */
function Position({ site, words, sheet }: SheetProps & { readonly site: Site }) {
  const { lat, lon, ground, mast, power } = site;
  const metres = (n: number) => words.m(rounded(n, words));
  const said = { words, sheet };
  return (
    <dl class="facts">
      <Fact is={sheet.position}>
        <bdi dir="ltr">{`${lat.toFixed(5)}, ${lon.toFixed(5)}`}</bdi>
      </Fact>
      <Fact is={sheet.dms}>
        <bdi>{dmsSaid(lat, "lat", said)}</bdi>
        <br />
        <bdi>{dmsSaid(lon, "lon", said)}</bdi>
      </Fact>
      <Fact is={sheet.kind}>{words.kinds[site.kind]}</Fact>
      <Fact is={sheet.ground}>{metres(ground)}</Fact>
      <Fact is={sheet.mast}>{metres(mast)}</Fact>
      {power && (
        <>
          <Fact is={sheet.feed}>{words.feeds[power.from]}</Fact>
          <Fact is={sheet.draw}>{words.feeds.watts(rounded(power.watts, words, 0))}</Fact>
        </>
      )}
    </dl>
  );
}

/** One end of a hop. */
function Hop(props: SheetProps & { readonly end: HopEnd }) {
  const { end, card, words, own, sheet, to } = props;
  const { hop, towards, aim, back, height, number } = end;
  const said = { words, sheet };
  return (
    <section>
      <h3>
        {filled(sheet.towards, {
          mast: (
            <a href={to(`/plans/${card.slug}/sites/${towards.id}`)} {...foreign(own, words.lang)}>
              {towards.name}
            </a>
          ),
        })}
      </h3>
      <dl class="facts">
        <Fact is={sheet.azimuth}>{aim && <b>{azimuthSaid(aim.azimuth, said)}</b>}</Fact>
        <Fact is={sheet.tilt}>{aim?.tilt !== undefined && <b>{tiltSaid(aim.tilt, said)}</b>}</Fact>
        <Fact is={sheet.height}>{words.m(rounded(height, words))}</Fact>
        <Fact is={sheet.there}>{back !== undefined && azimuthSaid(back, said)}</Fact>
        <Fact is={sheet.distance}>{kmSaid(hop, said)}</Fact>
        <Fact is={words.radioUsed}>
          <bdi {...foreign(own, words.lang)}>{hop.radio}</bdi>
        </Fact>
        <Fact is={words.frequency}>{words.mhz(formatNumber(hop.mhz, words.lang))}</Fact>
        <Fact is={sheet.channel}>
          {hop.channel && <Band channel={hop.channel} own={own} {...said} />}
        </Fact>
        <Fact is={words.level}>
          {hop.level !== undefined && <Fig>{words.dbm(rounded(hop.level, words))}</Fig>}
        </Fact>
        <Fact is={words.margin}>
          <Fig>{words.db(rounded(hop.margin, words))}</Fig>
        </Fact>
      </dl>
      <p class="acts">
        <a href={to(`/plans/${card.slug}/hops/${number}`)}>{sheet.profile}</a>
      </p>
    </section>
  );
}

/** What the numbers mean, and what was not reckoned. */
function Notes({ all, sheet, words }: SheetProps & { readonly all: Sheet }) {
  if (all.hops.length + all.sectors.length + all.others.length === 0) return undefined;
  return (
    <p class="small">
      <span class="state claimed">{words.computed}</span>
      <br />
      {sheet.azimuthIs} {all.hops.length > 0 && sheet.tiltIs}
    </p>
  );
}
