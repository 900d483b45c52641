/** The sectors of a mast, each with the places that it serves. Rule PN80. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import type { Client, SectorAntenna, Sheet } from "../antennas.ts";
import { Fig, rounded } from "../parts.tsx";
import { azimuthSaid, Band, Fact, kmSaid, tiltSaid, type SheetProps } from "./aims.tsx";

export function Sectors(props: SheetProps & { readonly all: Sheet }): Html {
  const { all, sheet } = props;
  const { sectors, others } = all;
  return (
    <>
      {sectors.length > 0 && (
        <Section id="sectors" title={sheet.sectors} mini>
          {sectors.map((sector) => (
            <Sector of={sector} {...props} />
          ))}
        </Section>
      )}
      {others.length > 0 && (
        <Section id="others" title={sheet.servesToo} mini>
          <p>{sheet.unsaid}</p>
          <Served by={others} title={sheet.servesToo} {...props} />
        </Section>
      )}
    </>
  );
}

function Sector(props: SheetProps & { readonly of: SectorAntenna }) {
  const { of, card, words, sheet, own } = props;
  const { azimuth, beam, tilt, airtime, channel } = of.sector;
  const said = { words, sheet };
  const title = sheet.sector(formatNumber(of.number, words.lang));
  return (
    <>
      <h3>{title}</h3>
      <div class="row">
        <dl class="facts c4">
          <Fact is={sheet.azimuth}>
            <b>{beam < 360 ? azimuthSaid(azimuth, said) : sheet.allRound}</b>
          </Fact>
          <Fact is={sheet.tilt}>{tilt !== undefined && <b>{tiltSaid(tilt, said)}</b>}</Fact>
          <Fact is={sheet.beam}>{beam < 360 && azimuthSaid(beam, said)}</Fact>
          <Fact is={sheet.height}>{words.m(rounded(of.at.mast, words))}</Fact>
          <Fact is={words.frequency}>
            {words.mhz(formatNumber(card.plan.radio.mhz, words.lang))}
          </Fact>
          <Fact is={sheet.channel}>
            {channel && <Band channel={channel} own={own} {...said} />}
          </Fact>
          <Fact is={sheet.airtime}>
            <Fig>{words.percent(rounded(airtime * 100, words))}</Fig>
          </Fact>
        </dl>
        {of.places.length > 0 ? (
          <Served by={of.places} title={title} {...props} />
        ) : (
          <p class="c8">{sheet.nobody}</p>
        )}
      </div>
    </>
  );
}

function Served(props: SheetProps & { by: readonly Client[]; title: string }) {
  const { by, title, card, words, sheet, own, to } = props;
  const said = { words, sheet };
  const isLevel = by.some(({ place }) => place.level !== undefined);
  const columns = [sheet.bearing, sheet.distance, ...(isLevel ? [words.level] : [])];
  return (
    <div class="scroll c8" role="region" aria-label={words.table(title)} tabindex={0}>
      <table>
        <TableHead first={sheet.place} numbers={columns} />
        <tbody>
          {by.map(({ place, aim, back }) => (
            <tr>
              <th scope="row">
                <a
                  href={to(`/plans/${card.slug}/places/${place.id}`)}
                  {...foreign(own, words.lang)}
                >
                  {place.name}
                </a>
              </th>
              <td class="n">{back !== undefined && azimuthSaid(back, said)}</td>
              <td class="n">{aim && kmSaid(aim, said)}</td>
              {isLevel && (
                <td class="n">
                  {place.level !== undefined && <Fig>{words.dbm(rounded(place.level, words))}</Fig>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
