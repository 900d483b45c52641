/**
 * What can be said of a plan: which places to connect in which order, by which masts and hops, at what cost, how good
 * that order is, and what it rests on. `cnd plan` computes it; a person publishes it.
 */
import * as v from "valibot";
import {
  amount,
  count,
  country,
  date,
  day,
  inBody,
  latitude,
  line,
  listOf,
  longitude,
  oneOf,
  paragraph,
  slug,
  source,
  sourceList,
  url,
  withdrawal,
  type Side,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import { currency, measures } from "../places/model.ts";

export const PLAN_MADE = "plan.made/1";
export const PLAN_EDITED = "plan.edited/1";
export const PLAN_WITHDRAWN = "plan.withdrawn/1";

const some = <const S extends v.GenericSchema>(item: S, what: string, max: number) =>
  v.pipe(v.array(item, what), v.maxLength(max, `at most ${max}`));
const number = v.pipe(v.number("a number"), v.finite("a number"));
const share = v.pipe(amount, v.maxValue(1, "a share from 0 to 1"));

/** What the planner was told of a place or assumed of it, how old, and who says it; without a value nobody has measured it. */
const input = v.strictObject({
  what: line,
  value: v.optional(line),
  asOf: v.optional(date),
  source: v.optional(source),
});

/** Centre and width in MHz; a band whose channels a regulator gives out has a name in place of the centre. */
const channel = v.strictObject({
  mhz: v.optional(amount),
  width: v.optional(amount),
  name: v.optional(line),
});

const plannedPlace = (side: Pick<Side, "ref">) =>
  v.strictObject({
    id: slug,
    name: line,
    /** The place's own page, where it has one. */
    place: v.optional(side.ref),
    /** Where the plan lies in several countries; otherwise it is the plan's own. */
    country: v.optional(country),
    lat: latitude,
    lon: longitude,
    people: count,
    /** Metres over the sea. */
    ground: v.optional(number),
    /** The site that serves it, and the loss and margin there in dB; absent where the plan does not reach it. */
    site: v.optional(slug),
    loss: v.optional(number),
    margin: v.optional(number),
    /** Which of the site's sectors serves it, by which step of modulation, at how many dBm; its share of that sector's airtime. */
    sector: v.optional(count),
    rung: v.optional(line),
    level: v.optional(number),
    airtime: v.optional(amount),
    /**
     * The share of its houses, or of points around its centre, that is reached where nine in ten spots near them are, and
     * where one in ten is.
     */
    share: v.optional(
      v.strictObject({ least: share, most: share, of: count, are: oneOf("houses", "points") }),
    ),
    /** What it rests on. */
    inputs: some(input, "a list of inputs", 20),
  });

const sector = v.strictObject({
  /** Degrees from north through east; the beam in which at most 3 dB are lost, 360 for all round; degrees below the level. */
  azimuth: v.pipe(amount, v.maxValue(360, "degrees from 0 to 360")),
  beam: amount,
  tilt: v.optional(number),
  /** Share of its time that its places ask for in the busy hour; 1 is all of it. */
  airtime: amount,
  channel: v.optional(channel),
});

const site = v.strictObject({
  id: slug,
  name: line,
  kind: oneOf("gateway", "existing mast", "settlement", "summit", "roadside"),
  lat: latitude,
  lon: longitude,
  /** Metres: the ground over the sea, the mast over the ground. */
  ground: number,
  mast: amount,
  /** A relay serves nobody itself. */
  serves: v.boolean("true or false"),
  /** Its place in the order of building, from 1; a gateway that stands has 0. */
  order: count,
  capex: amount,
  /** A year. */
  opex: amount,
  /** What it draws, W all day; where it lives by the sun, kWp of panels and kWh of battery. */
  power: v.optional(
    v.strictObject({
      from: oneOf("grid", "sun"),
      watts: amount,
      panels: v.optional(amount),
      battery: v.optional(amount),
    }),
  ),
  /** Mbit/s that all the places behind it ask for in the busy hour. */
  load: amount,
  sectors: v.optional(some(sector, "a list of sectors", 12)),
});

const hop = v.strictObject({
  /** Nearer to the gateway. */
  from: slug,
  to: slug,
  km: amount,
  /** Catalogue id of the radio. */
  radio: slug,
  mhz: amount,
  /** At both ends. */
  channel: v.optional(channel),
  fromMast: amount,
  toMast: amount,
  /** The least clearance as a share of the first Fresnel zone's radius. */
  clearance: number,
  /** Where that is, km from the first end. */
  tightest: v.optional(amount),
  /** dB that the ground adds to free space by ITU-R P.526, and by ITM where it takes the path. */
  p526: v.optional(number),
  itm: v.optional(number),
  /** dB over what the radio needs. */
  margin: number,
  /** dBm at the receiver, by free space and gases. */
  level: v.optional(number),
  /** Per cent of an average year, by rain and multipath (ITU-R P.530); absent where the rain is not known. */
  availability: v.optional(v.pipe(amount, v.maxValue(100, "a number of per cent from 0 to 100"))),
  /** It stands less than that; how much less is not said, since the law of rain ends there. */
  below: v.optional(v.literal(true, "true")),
  capacity: amount,
  /** Heights in metres at equal steps, both ends with it. */
  profile: v.pipe(
    v.array(number, "a list of heights"),
    v.minLength(2, "two heights"),
    v.maxLength(200, "at most 200 heights"),
  ),
});

/** What a plan's bill is divided into; the budget pays for the network. */
export const PARTS = ["network", "households", "transit"] as const;
export type Part = (typeof PARTS)[number];

/** To buy once, a year, and both over the plan's years in today's money. */
const cost = v.strictObject({ capex: amount, opex: amount, presentValue: amount });

const material = v.strictObject({
  item: line,
  radio: v.optional(slug),
  part: v.optional(oneOf(...PARTS)),
  count: amount,
  unit: line,
  /** For one, to buy and a year; an older plan has the yearly price of what is only rented as `price`. */
  price: amount,
  priceYearly: v.optional(amount),
  /** For all of them, to the cent: once, and each year. */
  purchase: v.optional(amount),
  yearly: v.optional(amount),
  source: v.optional(source),
});

/** One more step of building: a mast, with the relays that it needs. */
const step = v.strictObject({
  order: count,
  site: slug,
  relays: some(slug, "a list of relays", 50),
  places: some(slug, "a list of places", 500),
  people: count,
  /** Present value over the plan's years. */
  cost: amount,
});

/** Over the two sides of a form: what a reference and a stored file is in a file, and in a record. */
export const planForm = <M extends v.GenericSchema>(
  side: Pick<Side, "ref"> & { readonly media: M },
) => ({
  title: line,
  summary: paragraph,
  country: v.optional(country),
  made: day,
  by: line,
  /** An example shows how it is done; nobody has promised to build it. */
  example: v.optional(v.boolean("true or false")),
  places: some(plannedPlace(side), "a list of places", 2000),
  sites: some(site, "a list of sites", 500),
  hops: some(hop, "a list of hops", 500),
  steps: some(step, "a list of steps", 500),
  /** What more money reaches: present value, people, and the most that any plan could reach for it. */
  curve: some(
    v.strictObject({ cost: amount, people: count, bound: v.optional(amount) }),
    "a list of points",
    200,
  ),
  proof: v.strictObject({
    /** What was made as large as possible: `people newly connected, weighted`. */
    objective: line,
    value: amount,
    bound: amount,
    /** (bound - value) / bound */
    gap: share,
    method: line,
  }),
  money: v.strictObject({
    currency,
    years: count,
    /** Share a year. */
    discount: share,
    budget: amount,
    /** Of the network. */
    capex: amount,
    opex: amount,
    presentValue: amount,
    /** What the budget does not pay for: equipment at the houses that subscribe, transit to the internet. */
    besides: v.optional(v.strictObject({ households: cost, transit: cost })),
    /** Households covered, and those of them that subscribe. */
    households: v.optional(count),
    subscribers: v.optional(count),
    /** The network's present value, by people and by households covered. */
    perPerson: v.optional(amount),
    perHousehold: v.optional(amount),
    /** A month, for each household that subscribes: what carries the network and all besides over the years. */
    priceMonth: v.optional(amount),
    /** Per cent of what people there earn, a month's price. */
    shareOfIncome: v.optional(amount),
  }),
  materials: some(material, "a bill of materials", 200),
  radio: v.strictObject({
    model: line,
    mhz: amount,
    /** dBm */
    eirp: number,
    sensitivity: number,
    /** Metres over the ground. */
    receiver: amount,
    /** Per cent of time, of locations, of situations. */
    reliability: v.strictTuple([amount, amount, amount], "three percentages"),
    k: amount,
  }),
  weights: some(v.strictObject({ what: line, weight: amount }), "a list of weights", 20),
  terrain: some(
    v.strictObject({
      title: line,
      arcSeconds: amount,
      voids: share,
      licence: line,
      url: v.optional(url),
    }),
    "a list of terrain",
    50,
  ),
  measures: v.optional(measures),
  assumptions: listOf(paragraph, 50),
  /** What it could not do, and why. */
  open: some(paragraph, "a list", 50),
  /** The picture's bounds: south, west, north, east. */
  bounds: v.strictTuple([latitude, longitude, latitude, number], "south, west, north, east"),
  /** Relief by day and night, and the coverage over it, in the same bounds, plate carrée. */
  map: v.optional(v.strictObject({ day: side.media, night: side.media, coverage: side.media })),
  /** Heights for profiles on a reader's own device, as a picture: metres over -1000 in the red (high) and green (low) byte. */
  ground: v.optional(side.media),
  sources: v.optional(sourceList),
});

export const PlanBody = v.strictObject(planForm(inBody));
export type Plan = Readonly<v.InferOutput<typeof PlanBody>>;
export type PlannedPlace = Plan["places"][number];
export type Site = Plan["sites"][number];
export type Hop = Plan["hops"][number];
export type Channel = NonNullable<Hop["channel"]>;

export const planKinds: Kinds = {
  [PLAN_MADE]: { opens: true, body: PlanBody, files: "things" },
  [PLAN_EDITED]: { opens: false, body: PlanBody, files: "things" },
  [PLAN_WITHDRAWN]: { opens: false, body: withdrawal },
};
