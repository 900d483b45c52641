/** The windows of the atlas. Regions are those of the UN (M49), which are for statistics and say nothing else. */
import type { Window } from "../../engines/globe/atlas.ts";
import type { AtlasWords } from "./words.ts";

export interface Region {
  /** Its name stands in the words, under this. */
  readonly slug: keyof AtlasWords["regions"];
  readonly window: Window;
  /** ISO 3166 alpha-2; every country for the world. */
  readonly holds: (country: string) => boolean;
}

const of = (codes: string) => {
  const countries = new Set(codes.split(" "));
  return (country: string) => countries.has(country);
};

export const WORLD: Region = {
  slug: "",
  window: { west: -169, east: 191, south: -56, north: 82 },
  holds: () => true,
};

export const REGIONS: readonly Region[] = [
  {
    slug: "africa",
    window: { west: -28, east: 62, south: -36, north: 38 },
    holds: of(
      "DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU YT MA MZ NA NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW IO TF",
    ),
  },
  {
    slug: "americas",
    window: { west: -172, east: -28, south: -56, north: 76 },
    holds: of(
      "AI AG AR AW BS BB BZ BM BO BQ BR CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF PM VC SX SR TT TC US UY VE VG VI GS BV",
    ),
  },
  {
    slug: "asia",
    window: { west: 24, east: 150, south: -12, north: 56 },
    holds: of(
      "AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP KP OM PK PH PS QA KR SA SG LK SY TW TJ TH TL TR TM AE UZ VN YE",
    ),
  },
  {
    slug: "europe",
    window: { west: -26, east: 50, south: 34, north: 71.5 },
    holds: of(
      "AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA GB VA XK",
    ),
  },
  {
    slug: "oceania",
    window: { west: 110, east: 234, south: -48, north: 22 },
    holds: of(
      "AS AU CC CK CX FJ PF GU HM KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV VU WF UM",
    ),
  },
];

export const regionAt = (slug: string): Region | undefined => REGIONS.find((r) => r.slug === slug);
