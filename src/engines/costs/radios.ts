/**
 * Radios by class, not by maker: band, power, antennas, and what each step of modulation needs and carries.
 *
 * 802.11ac: the least input sensitivities that IEEE Std 802.11-2020 asks for in clause 21.3.18.1, and the rates of its
 * clause 21.5 (two streams, long guard interval); real radios hear 3 to 10 dB better, so a plan by these errs on the safe side. LTE: REFSENS
 * of band 20 in 3GPP TS 36.101, table 7.3.1-1. Microwave: thermal noise with 6 dB of the receiver's own and the ratio
 * that each modulation asks for; ETSI EN 302 217-2 sets the classes. Every power is that of European rules for the band;
 * other countries have others.
 */
import { dishGain, sensitivityOf } from "./antenna.ts";
import type { PriceSource } from "./item.ts";

/** One step of modulation. */
export interface Rung {
  readonly name: string;
  /** dBm at the receiver's input. */
  readonly sensitivity: number;
  /** Mbit/s of use, both ways together where the channel is shared. */
  readonly mbps: number;
}

/** What a subscriber sends and the mast hears: power and antennas are others than on the way down. */
export interface Uplink {
  /** dBm, isotropic, of the subscriber. */
  readonly eirp: number;
  /** dBi of the mast's antenna, less its cable. */
  readonly gain: number;
  /** dBm at the mast's receiver for the sturdiest step; absent where it hears what the subscriber hears. */
  readonly sensitivity?: number;
}

export interface Radio {
  readonly id: string;
  readonly name: string;
  readonly use: "access" | "backhaul";
  readonly mhz: number;
  /** MHz */
  readonly bandwidth: number;
  /** dBm, isotropic, of one sector or end. */
  readonly eirp: number;
  /** dBi of the antenna at the other end, less its cable. */
  readonly gain: number;
  /** Degrees within which a sector loses at most 3 dB, across and upright. */
  readonly beam?: { readonly across: number; readonly upright: number };
  /** What its maker measured, dB lost at each degree in both planes and at most (engines/coverage/pattern.ts). */
  readonly pattern?: {
    readonly across: readonly number[];
    readonly upright: readonly number[];
    readonly most: number;
  };
  /** From the sturdiest to the fastest. */
  readonly rungs: readonly [Rung, ...Rung[]];
  /** Items of the catalogue: for each sector or link, and for each subscriber. */
  readonly item: string;
  readonly kit?: string;
  /** W of one sector, or of one end. */
  readonly watts: number;
  readonly licensed: boolean;
  /** Of an access radio; a link is alike both ways. Where nobody says it, only the way down is known. */
  readonly uplink?: Uplink;
  /** What the figures rest on, as sentences. */
  readonly basis: string;
  /** Absent where all of it is an assumption, which `basis` then says. */
  readonly source?: PriceSource;
  /** The day, month or year in which the figures were set. */
  readonly asOf?: string;
}

/** The rules that give the powers, and the standards that give what receivers need. */
const EN_301893: PriceSource = {
  title: "ETSI EN 301 893 V2.1.1: 5 GHz RLAN",
  url: "https://www.etsi.org/deliver/etsi_en/301800_301899/301893/02.01.01_60/en_301893v020101p.pdf",
  publisher: "ETSI",
  date: "2017-05",
  note: "Clause 4.2.3: 30 dBm e.i.r.p. in 5470 to 5725 MHz with control of power. What each step needs: IEEE Std 802.11-2020, clause 21.3.18.1.",
};
const TS_136104: PriceSource = {
  title: "ETSI TS 136 104 V9.13.0 (3GPP TS 36.104): Base Station radio transmission and reception",
  url: "https://www.etsi.org/deliver/etsi_ts/136100_136199/136104/09.13.00_60/ts_136104v091300p.pdf",
  publisher: "ETSI and 3GPP",
  date: "2012-11",
  note: "Table 7.2.1-1: -101.5 dBm at a base station. The subscriber's 23 dBm and -94 dBm: 3GPP TS 36.101, tables 6.2.2-1 and 7.3.1-1.",
};
const EN_302217: PriceSource = {
  title: "ETSI EN 302 217-2 V3.1.1: Fixed Radio Systems; digital systems from 1 GHz to 86 GHz",
  url: "https://www.etsi.org/deliver/etsi_en/302200_302299/30221702/03.01.01_60/en_30221702v030101p.pdf",
  publisher: "ETSI",
  date: "2017-05",
  note: "Classes of links by channel and modulation. Powers and the receiver's 6 dB of noise are assumptions.",
};

/** IEEE 802.11-2020, 21.3.18.1: dBm in 20 MHz; each doubling of the channel needs 3 dB more. */
const AC_SENSITIVITY = [-82, -79, -77, -74, -70, -66, -65, -64, -59];
/** Mbit/s of one stream in 40 and in 80 MHz with the long guard interval. */
const AC_RATE = {
  40: [13.5, 27, 40.5, 54, 81, 108, 121.5, 135, 162],
  80: [29.3, 58.5, 87.8, 117, 175.5, 234, 263.3, 292.5, 351],
} as const;
const AC_NAME =
  "BPSK 1/2,QPSK 1/2,QPSK 3/4,16-QAM 1/2,16-QAM 3/4,64-QAM 2/3,64-QAM 3/4,64-QAM 5/6,256-QAM 3/4".split(
    ",",
  );
const STREAMS = 2;
const USE = 0.6; // share of the rate that is left for users in time division

function acRungs(width: 40 | 80): [Rung, ...Rung[]] {
  const wider = 3 * Math.log2(width / 20);
  const rung = (i: number): Rung => ({
    name: AC_NAME[i]!,
    sensitivity: AC_SENSITIVITY[i]! + wider,
    mbps: Math.round(AC_RATE[width][i]! * STREAMS * USE),
  });
  return [rung(0), ...AC_NAME.slice(1).map((_, i) => rung(i + 1))];
}

const microwaveRungs = (bandwidth: number): [Rung, ...Rung[]] => {
  const rung = (name: string, snr: number, bits: number): Rung => ({
    name,
    sensitivity: Math.round(sensitivityOf(bandwidth, 6, snr) * 10) / 10,
    mbps: Math.round((bandwidth / 1.15) * bits * 0.92), // 15 % roll-off, 8 % for coding and frames
  });
  return [
    rung("QPSK", 11, 2),
    rung("16-QAM", 17, 4),
    rung("64-QAM", 23, 6),
    rung("256-QAM", 29, 8),
  ];
};

const dish = (diameter: number, mhz: number) => Math.round(dishGain(diameter, mhz) * 10) / 10;

export const RADIOS: readonly Radio[] = [
  {
    id: "sector-5ghz-ac",
    name: "5 GHz point-to-multipoint sector, 802.11ac class, 40 MHz",
    use: "access",
    mhz: 5600,
    bandwidth: 40,
    eirp: 30,
    gain: 23,
    beam: { across: 90, upright: 8 },
    rungs: acRungs(40),
    item: "sector-5ghz",
    kit: "kit-5ghz",
    watts: 10,
    licensed: false,
    uplink: { eirp: 30, gain: 17 },
    basis:
      "30 dBm e.i.r.p. both ways in 5470 to 5725 MHz by ETSI EN 301 893; a subscriber's flat antenna of 23 dBi; a sector's of 17 dBi, 90° by 8°, an assumption.",
    source: EN_301893,
    asOf: "2026-12",
  },
  {
    id: "sector-lte-800",
    name: "LTE sector, 800 MHz (band 20), 10 MHz",
    use: "access",
    mhz: 806,
    bandwidth: 10,
    eirp: 60,
    gain: 8,
    beam: { across: 65, upright: 10 },
    rungs: [{ name: "QPSK 1/3 (REFSENS)", sensitivity: -94, mbps: 12 }],
    item: "lte-sector",
    kit: "kit-lte",
    watts: 250,
    licensed: true,
    uplink: { eirp: 23 + 8, gain: 14, sensitivity: -101.5 },
    basis:
      "40 W, an antenna of 15 dBi less 1 dB; 23 dBm and an outdoor antenna of 8 dBi at the house; 12 Mbit/s shared in the sector at its edge and sectors of 65° by 10° are assumptions.",
    source: TS_136104,
    asOf: "2026-12",
  },
  {
    id: "link-5ghz-ac",
    name: "5 GHz link, 802.11ac class, 80 MHz, dishes of 0.6 m",
    use: "backhaul",
    mhz: 5600,
    bandwidth: 80,
    eirp: 30,
    gain: dish(0.6, 5600),
    rungs: acRungs(80),
    item: "link-5ghz",
    watts: 10,
    licensed: false,
    basis: "30 dBm e.i.r.p. in 5470 to 5725 MHz by ETSI EN 301 893.",
    source: EN_301893,
    asOf: "2026-11",
  },
  {
    id: "link-18ghz",
    name: "18 GHz licensed link, 56 MHz, dishes of 0.6 m",
    use: "backhaul",
    mhz: 18_700,
    bandwidth: 56,
    eirp: 18 + dish(0.6, 18_700),
    gain: dish(0.6, 18_700),
    rungs: microwaveRungs(56),
    item: "link-18ghz",
    watts: 35,
    licensed: true,
    basis: "18 dBm into the antenna.",
    source: EN_302217,
    asOf: "2026-11",
  },
  {
    id: "link-7ghz",
    name: "7 GHz licensed link, 28 MHz, dishes of 1.8 m",
    use: "backhaul",
    mhz: 7400,
    bandwidth: 28,
    eirp: 25 + dish(1.8, 7400),
    gain: dish(1.8, 7400),
    rungs: microwaveRungs(28),
    item: "link-7ghz",
    watts: 45,
    licensed: true,
    basis: "25 dBm into the antenna.",
    source: EN_302217,
    asOf: "2026-11",
  },
  {
    id: "link-80ghz",
    name: "80 GHz link, 500 MHz, dishes of 0.3 m",
    use: "backhaul",
    mhz: 80_000,
    bandwidth: 500,
    eirp: 10 + dish(0.3, 80_000),
    gain: dish(0.3, 80_000),
    rungs: microwaveRungs(500),
    item: "link-80ghz",
    watts: 35,
    licensed: true,
    basis: "10 dBm into the antenna.",
    source: EN_302217,
    asOf: "2026-11",
  },
];

/** The fastest step that this level, less the margin that is asked for, still carries. */
export function rungAt(radio: Radio, received: number, margin = 0): Rung | undefined {
  return radio.rungs.findLast(({ sensitivity }) => received - margin >= sensitivity);
}

/** dB between isotropic antennas beyond which a step of modulation is lost, on the way down or on the way up. */
export function mostLossAt({ eirp, gain, uplink, rungs }: Radio, { sensitivity }: Rung): number {
  const down = eirp + gain - sensitivity;
  if (!uplink) return down;
  const faster = sensitivity - rungs[0].sensitivity; // what this step needs more than the sturdiest, either way
  const heard = (uplink.sensitivity ?? rungs[0].sensitivity) + faster;
  return Math.min(down, uplink.eirp + uplink.gain - heard);
}

/** The first of that name. @throws RangeError for a radio that is not in the list, or has another use */
export function radioOf(id: string, use: Radio["use"], radios = RADIOS): Radio {
  const radio = radios.find((one) => one.id === id && one.use === use);
  if (radio) return radio;
  const known = radios.filter((one) => one.use === use).map((one) => one.id);
  throw new RangeError(`Expected a radio for ${use} (${known.join(", ")}), got ${id}.`);
}
