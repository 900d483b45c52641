/** Radios that a region file brings along, with their prices, and what a country allows them to send (README.md). */
import * as v from "valibot";
import type { Basis, Catalogue, Item } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import { beamOf, type Pattern } from "../../../engines/coverage/pattern.ts";
import {
  amount,
  date,
  flag,
  line,
  listOf,
  oneOf,
  paragraph,
  slug,
  source,
  type Source,
} from "../../../platform/folder/fields.ts";
import type { Path } from "../../../platform/folder/form.ts";
import { path } from "./place-fields.ts";

const between = (least: number, most: number, unit: string) => {
  const what = `a number of ${unit} from ${least} to ${most}`;
  return v.pipe(v.number(what), v.minValue(least, what), v.maxValue(most, what));
};
const power = between(-30, 60, "dBm");
const eirp = between(-30, 100, "dBm");
const gain = between(-20, 70, "dBi");
const sensitivity = between(-150, 0, "dBm");
const mhz = between(20, 100_000, "MHz");
const positive = v.pipe(amount, v.gtValue(0, "a number over 0"));
/** What ITM is made for ends there. */
const MOST_ACCESS = 20_000; // MHz

/** In the money of the region. */
const priced = v.strictObject({
  price: amount,
  yearly: v.optional(amount),
  life: v.optional(v.pipe(amount, v.minValue(0.5, "at least half a year"))),
});

export const ownRadio = v.strictObject({
  id: slug,
  name: v.pipe(line, v.maxLength(400, "at most 400 characters")),
  use: oneOf("access", "backhaul"),
  mhz,
  bandwidth: between(0.01, 10_000, "MHz"),
  /** dBm into the antenna, whose gain is `antenna`; or both together as `eirp`. */
  power: v.optional(power),
  /** dBi of this end's antenna less its cable; of a link, that of the other end where nobody says it. */
  antenna: v.optional(gain),
  eirp: v.optional(eirp),
  /** The maker's file of this end's antenna, whose gain is `antenna` where nobody says it. */
  pattern: v.optional(path),
  /** dBi of the antenna at the other end, less its cable. */
  gain,
  /** From the sturdiest to the fastest. */
  rungs: listOf(v.strictObject({ name: line, sensitivity, mbps: positive }), 20),
  /** The subscriber's power, and what the mast hears: its gain is that of `antenna` where nobody says it. */
  uplink: v.optional(
    v.strictObject({ eirp, gain: v.optional(gain), sensitivity: v.optional(sensitivity) }),
  ),
  /** One sector, or both ends of a link. */
  item: priced,
  /** A subscriber's. */
  kit: v.optional(priced),
  watts: v.pipe(positive, v.maxValue(5000, "at most 5,000 W")),
  licensed: v.optional(flag, false),
  asOf: v.optional(date),
  source: v.optional(source),
  /** What is assumed, as sentences. */
  note: v.optional(paragraph),
});

/** What a country allows in a band, e.i.r.p. in dBm. */
export const sendingLimit = v.strictObject({
  mhz: v.strictTuple([mhz, mhz], "two frequencies in MHz"),
  eirpMost: eirp,
  source,
});

type Priced = v.InferOutput<typeof priced>;
export type OwnRadio = v.InferOutput<typeof ownRadio>;
type SendingLimit = v.InferOutput<typeof sendingLimit>;
interface Problem {
  readonly path: Path;
  /** "expected …, found …" */
  readonly message: string;
}

/** What the fields of one radio ask of one another. */
export function problemsOfRadios(radios: readonly OwnRadio[] = []): Problem[] {
  return radios.flatMap((radio, i) => {
    const wrong = (field: string, message: string, ...rest: (string | number)[]): Problem => ({
      path: ["radios", i, field, ...rest],
      message: `expected ${message}`,
    });
    const problems: Problem[] = [];
    const isAccess = radio.use === "access";
    const hasGain = radio.antenna !== undefined || radio.pattern !== undefined;
    if (radios.findIndex(({ id }) => id === radio.id) < i)
      problems.push(wrong("id", `an id of its own, found "${radio.id}" twice`));
    if ((radio.eirp === undefined) === (radio.power === undefined))
      problems.push(
        wrong(
          "power",
          `either power (dBm into the antenna) or eirp, found ${radio.eirp === undefined ? "neither" : "both"}`,
        ),
      );
    if (radio.power !== undefined && isAccess && !hasGain)
      problems.push(wrong("antenna", "the dBi of the mast's antenna beside power, found nothing"));
    if (isAccess && radio.mhz > MOST_ACCESS)
      problems.push(wrong("mhz", `at most 20,000 MHz for access, found ${radio.mhz}`));
    if (isAccess && !radio.uplink)
      problems.push(wrong("uplink", "eirp of the subscriber, for the way up, found nothing"));
    if (radio.uplink && radio.uplink.gain === undefined && !hasGain)
      problems.push(wrong("uplink", "the dBi of the mast's antenna, found nothing", "gain"));
    for (const [j, { sensitivity: needs, mbps }] of radio.rungs.entries()) {
      const before = radio.rungs[j - 1];
      if (before && !(needs > before.sensitivity && mbps > before.mbps))
        problems.push(
          wrong(
            "rungs",
            `a step that needs a stronger signal than ${before.sensitivity} dBm and carries more than ${before.mbps} Mbit/s, found ${needs} dBm and ${mbps} Mbit/s`,
            j,
          ),
        );
    }
    if (!radio.note && !(radio.source && (radio.source.date ?? radio.asOf)))
      problems.push(
        wrong(
          "source",
          `a source with title, url and date, or a note that says what is assumed, found ${radio.source ? "no date" : "neither"}`,
        ),
      );
    return problems;
  });
}

/** @param patterns by the id of the radio */
export const ownRadiosOf = (
  radios: readonly OwnRadio[] = [],
  patterns: ReadonlyMap<string, Pattern> = new Map(),
): Radio[] => radios.map((radio) => radioFrom(radio, patterns.get(radio.id)));

function radioFrom(own: OwnRadio, pattern: Pattern | undefined): Radio {
  const { id, name, use, mhz: frequency, bandwidth, rungs, watts, licensed, uplink } = own;
  const asOf = own.asOf ?? own.source?.date;
  const [first, ...rest] = rungs;
  const antenna = own.antenna ?? pattern?.gain;
  return {
    id,
    name,
    use,
    mhz: frequency,
    bandwidth,
    eirp: own.eirp ?? own.power! + (antenna ?? own.gain),
    gain: own.gain,
    rungs: [first!, ...rest],
    item: itemId(id),
    ...(own.kit && { kit: kitId(id) }),
    watts,
    licensed,
    ...(uplink && {
      uplink: {
        eirp: uplink.eirp,
        gain: uplink.gain ?? antenna!,
        ...(uplink.sensitivity !== undefined && { sensitivity: uplink.sensitivity }),
      },
    }),
    ...(pattern && {
      beam: { across: beamOf(pattern.across), upright: beamOf(pattern.upright) },
      pattern: { across: pattern.across, upright: pattern.upright, most: pattern.most },
    }),
    basis: basisOf(own, pattern),
    ...(own.source && { source: plain(own.source) }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** No item of the catalogue has such a name. */
const itemId = (id: string) => `radio-${id}`;
const kitId = (id: string) => `radio-${id}-kit`;

function basisOf({ note, source: from, asOf }: OwnRadio, pattern: Pattern | undefined): string {
  const when = from?.date ?? asOf;
  return [
    ...(from ? [`By ${from.title}${when === undefined ? "" : ` (${when})`}.`] : []),
    ...(note === undefined ? [] : [from ? note : `An assumption: ${note}`]),
    ...(pattern ? [patternSaid(pattern)] : []),
  ].join(" ");
}

function patternSaid({ name, gain: most, mhz: at, across, upright }: Pattern): string {
  const [wide, high, dBi] = [beamOf(across), beamOf(upright), most].map(
    (n) => Math.round(n * 10) / 10,
  );
  return `The antenna's pattern is its maker's${name === "" ? "" : `, ${name},`} at ${at} MHz: ${dBi} dBi, ${wide}° by ${high}°.`;
}

const ACTIVE = 0.1; // share of its price a year, and years: as the catalogue has it for radios
const LIFE = 7;

/** The catalogue with an item for each radio of one's own, and for each subscriber's. */
export function withOwnRadios(catalogue: Catalogue, radios: readonly OwnRadio[] = []): Catalogue {
  const items = radios.flatMap(({ id, name, use, item, kit, source: from, note }): Item[] => {
    const basis: Basis = from
      ? { source: plain(from) }
      : { assumption: `${note} An assumption of the region file.` };
    const full = ({ price, yearly = price * ACTIVE, life = LIFE }: Priced) => ({
      price,
      yearly,
      life,
      basis,
    });
    const unit = use === "backhaul" ? "link" : "piece";
    return [
      { id: itemId(id), name, unit, ...full(item) },
      ...(kit
        ? [{ id: kitId(id), name: `Subscriber's radio: ${name}`, unit: "piece", ...full(kit) }]
        : []),
    ];
  });
  return new Map([...catalogue, ...items.map((item) => [item.id, item] as const)]);
}

const plain = ({ title, url, publisher, date: day, note }: Source) => ({
  title,
  url,
  ...(publisher !== undefined && { publisher }),
  ...(day !== undefined && { date: day }),
  ...(note !== undefined && { note }),
});

/** Who would send more than a country allows, as a sentence that names both. */
export function overLimit(
  radios: readonly Radio[],
  limits: readonly SendingLimit[] = [],
): string[] {
  return limits.flatMap(({ mhz: [from, to], eirpMost, source: { title } }) =>
    radios
      .filter(({ mhz: at }) => at >= from && at <= to)
      .flatMap(({ id, eirp: sent, uplink }) =>
        [
          { what: "", dBm: sent },
          { what: " (its subscriber)", dBm: uplink?.eirp ?? Number.NEGATIVE_INFINITY },
        ]
          .filter(({ dBm }) => dBm > eirpMost + 1e-9)
          .map(
            ({ what, dBm }) =>
              `radio ${id}${what}: expected at most ${eirpMost} dBm e.i.r.p. from ${from} to ${to} MHz by ${title}, found ${Math.round(dBm * 10) / 10} dBm`,
          ),
      ),
  );
}
