/** What keeps a site running: grid, sun, batteries. US dollars. */
import type { Item } from "../item.ts";
import { assumed, by, GIGA } from "./sources.ts";

export const POWER: readonly Item[] = [
  {
    id: "grid-line",
    name: "Connection to the grid, with transformer",
    unit: "km",
    price: 15_000,
    yearly: 150,
    basis: assumed("A single-phase line in hilly ground."),
  },
  {
    id: "grid-connection",
    name: "Meter, rectifier and four hours of battery power",
    unit: "piece",
    price: 1500,
    life: 10,
    yearly: 50,
    basis: assumed("A 48 V rectifier shelf with a small battery."),
  },
  {
    id: "energy",
    name: "Grid electricity",
    unit: "kWh a year",
    price: 0,
    yearly: 0.25,
    basis: assumed("A tariff for small business; Giga takes 0.087 for Rwanda."),
  },
  {
    id: "solar-panel",
    name: "Solar panels with frame, controller and wiring, installed",
    unit: "kWp",
    price: 3000,
    life: 20,
    yearly: 30,
    basis: by(GIGA, "electricity, solar_cost_per_watt: 3.0. The battery is priced apart here."),
  },
  {
    id: "battery",
    name: "Battery (lithium iron phosphate) with management system",
    unit: "kWh",
    price: 400,
    life: 8,
    yearly: 0,
    basis: assumed(
      "Twice the 192 a kWh that the International Renewable Energy Agency names for large stores in 2024, for small ones far from a road.",
    ),
  },
];
