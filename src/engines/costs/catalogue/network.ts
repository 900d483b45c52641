/** What carries the traffic: base stations, sectors, links, routers, satellite. US dollars. */
import type { Item } from "../item.ts";
import { assumed, by, GIGA, PYTAL } from "./sources.ts";

/** Share of its price that active equipment costs a year: pytal, opex_percentage_of_capex: 10. */
const ACTIVE = 0.1;
const RADIO_LIFE = 7; // years: radios of a kind are no longer made or mended after that

const device = (
  id: string,
  name: string,
  price: number,
  basis: Item["basis"],
  unit = "piece",
): Item => ({ id, name, unit, price, life: RADIO_LIFE, yearly: price * ACTIVE, basis });

export const NETWORK: readonly Item[] = [
  device("router", "Router of a site", 2000, by(PYTAL, "router: 2,000.")),
  device(
    "sector-5ghz",
    "Point-to-multipoint sector, 5 GHz, 802.11ac class, with antenna",
    450,
    assumed("The street price of such a radio with a 90° sector antenna."),
  ),
  device(
    "kit-5ghz",
    "Subscriber's outdoor radio, 5 GHz, 802.11ac class",
    120,
    assumed("The street price of such a radio, installed by hand."),
  ),
  device(
    "kit-lte",
    "Subscriber's outdoor LTE modem with antenna",
    180,
    assumed("The street price of such a modem, installed by hand."),
  ),
  device(
    "lte-sector",
    "LTE sector: antenna, remote radio, its share of processing",
    8000,
    by(
      PYTAL,
      "single_sector_antenna 1,500, single_remote_radio_unit 4,000, and a third of io_fronthaul, processing, io_s1_x2, control_unit, cooling_fans, power supply and bbu_cabinet (7,000), rounded up.",
    ),
  ),
  device(
    "nr-sector",
    "5G sector: antenna, remote radio, its share of processing",
    12_000,
    assumed("Half more than an LTE sector."),
  ),
  device(
    "mesh-node",
    "Mesh node: outdoor router with two radios",
    250,
    assumed("The street price of such a router, with its box and mounting."),
  ),
  device(
    "link-5ghz",
    "Radio link, 5 GHz, 802.11ac class, both ends with dishes",
    1200,
    assumed(
      "The street price of two such radios with dishes; Giga takes 2,000 for both ends of a school's link.",
    ),
    "link",
  ),
  device(
    "link-18ghz",
    "Licensed microwave link, 18 GHz, 56 MHz, both ends",
    20_000,
    by(PYTAL, "microwave_small: 20,000."),
    "link",
  ),
  device(
    "link-7ghz",
    "Licensed microwave link, 7 GHz, 28 MHz, both ends, dishes of 1.8 m",
    30_000,
    by(PYTAL, "microwave_medium: 30,000."),
    "link",
  ),
  device(
    "link-80ghz",
    "Light-licensed link, 80 GHz, 500 MHz, both ends",
    6000,
    assumed("Two radios with dishes of 0.3 m; far below a licensed microwave link."),
    "link",
  ),
  {
    id: "spectrum",
    name: "Licence for a microwave channel",
    unit: "link",
    price: 0,
    yearly: 500,
    basis: assumed("What regulators ask for a rural link differs widely."),
  },
  {
    id: "satellite",
    name: "Satellite terminal with service for a small site",
    unit: "terminal",
    price: 515,
    life: 5,
    yearly: 1440,
    basis: by(
      GIGA,
      "satellite, fixed_costs: 515. The service, 120 a month, is an assumption; change it.",
    ),
  },
  {
    id: "transit",
    name: "Internet transit at a gateway",
    unit: "Mbit/s",
    price: 0,
    yearly: 6.09,
    basis: by(
      GIGA,
      "fiber, annual_bandwidth_cost_per_mbps: 6.09 a year, 0.51 a month. Far from an exchange it can be many times that: ask for an offer.",
    ),
  },
];
