/** What stands on the ground: masts, works, ways to the site, fibre. US dollars. */
import type { Item } from "../item.ts";
import { assumed, by, GIGA, PYTAL } from "./sources.ts";

/** Share of its price that steel costs a year: paint, guys, inspection. */
const STEEL = 0.02;
const mast = (metres: number, price: number, basis: Item["basis"]): Item => ({
  id: `mast-${metres}`,
  name: `Mast of ${metres} m, delivered and erected`,
  unit: "piece",
  price,
  yearly: price * STEEL,
  basis,
});

export const CIVIL: readonly Item[] = [
  mast(6, 600, assumed("A galvanised pole on a house or a rock, far below a lattice mast.")),
  mast(10, 1500, assumed("Set below the 2,500 that Giga takes for a small mast.")),
  mast(
    15,
    2500,
    by(GIGA, "p2p, tower_fixed_costs: 2,500; height not stated there, taken as 15 m."),
  ),
  mast(20, 3500, assumed("Set between the sourced prices for 15 m and 30 m.")),
  mast(30, 5000, by(PYTAL, "tower: 5,000; height taken as 30 m.")),
  mast(45, 9000, assumed("Set above the sourced price for 30 m.")),
  {
    id: "works-small",
    name: "Ground, fence, earthing, carrying and erection at a small site (mast up to 15 m)",
    unit: "piece",
    price: 5000,
    yearly: 0,
    basis: assumed("A third of what the published model takes for a large site."),
  },
  {
    id: "works-large",
    name: "Civil works, transport and installation at a large site (mast over 15 m)",
    unit: "piece",
    price: 15_000,
    yearly: 0,
    basis: by(PYTAL, "civil_materials, transportation and installation: 5,000 each."),
  },
  {
    id: "track",
    name: "Access track to the site, beyond the first kilometre from a settlement or road",
    unit: "km",
    price: 8000,
    yearly: 160,
    basis: assumed("A path on which a small vehicle or pack animals can carry a mast."),
  },
  {
    id: "site-rent",
    name: "Ground rent",
    unit: "site",
    price: 0,
    yearly: 1000,
    basis: by(PYTAL, "site_rental_rural: 1,000 a year."),
  },
  {
    id: "mast-space",
    name: "Space on an existing mast",
    unit: "site",
    price: 1500,
    yearly: 2400,
    basis: assumed("Mounting once, and twice the rent of bare ground."),
  },
  {
    id: "fibre",
    name: "Fibre cable, laid",
    unit: "km",
    price: 7500,
    yearly: 100,
    basis: by(
      GIGA,
      "fiber, cost_per_km: 7,500 and 100 a year. The pytal model takes 2,000 for rural ground.",
    ),
  },
];
