/** The bill in a report: sums by part, what is bought, and what feeds each mast. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { billedIn, costsOf } from "../sums.ts";
import { PARTS, type Plan } from "../records.ts";
import { Table } from "./report-table.tsx";

const number = (n: number) => formatNumber(n, "en");
const cents = (n: number) => n.toFixed(2);

interface Shown {
  readonly plan: Plan;
}

const PART_NAMES = {
  network: "Network",
  households: "Households' equipment",
  transit: "Transit to the internet",
  all: "Everything",
} as const;

/** Purchases apart from yearly costs, part by part. */
export const Sums = ({ plan }: Shown): Html => (
  <Table
    head={["Part", "To build", "To keep, each year", `Present value (${plan.money.currency})`]}
    numbers={[1, 2, 3]}
    rows={costsOf(plan).map(([part, { capex, opex, presentValue }]) => [
      PART_NAMES[part],
      ...[capex, opex, presentValue].map(cents),
    ])}
  />
);

export function Materials({ plan }: Shown): Html {
  return (
    <>
      <h2>Bill of materials</h2>
      {PARTS.map((part) => (
        <Part plan={plan} part={part} />
      ))}
      <Power plan={plan} />
    </>
  );
}

const HEAD = "Item,Count,Unit,Price,Price a year,To build,Each year,Source".split(",");

function Part({ plan, part }: Shown & { readonly part: (typeof PARTS)[number] }): Html | undefined {
  const said = (amount = 0) => (amount > 0 ? cents(amount) : "");
  const materials = plan.materials.filter((row) => (row.part ?? "network") === part);
  if (materials.length === 0) return undefined;
  const { purchase, yearly } = billedIn(plan, part);
  const rows = materials.map((row) => [
    row.item,
    number(row.count),
    row.unit,
    said(row.price),
    said(row.priceYearly),
    said(row.purchase),
    said(row.yearly),
    sourceSaid(row),
  ]);
  const sums = ["Together", "", "", "", "", cents(purchase), cents(yearly), ""];
  return (
    <>
      <h3>
        {PART_NAMES[part]} ({plan.money.currency})
      </h3>
      <Table
        head={HEAD}
        numbers={[1, 3, 4, 5, 6]}
        rows={plan.money.besides ? [...rows, sums] : rows}
      />
    </>
  );
}

const sourceSaid = ({ source }: Plan["materials"][number]): string => {
  if (!source) return "An assumption";
  return `${source.title}${source.note === undefined ? "" : ` (${source.note})`}`;
};

function Power({ plan }: Shown): Html | undefined {
  const rows = plan.sites.flatMap(({ name, power }) => {
    if (!power) return [];
    const sizes = [power.panels, power.battery].map((size) => size?.toFixed(2) ?? "");
    return [[name, power.from, number(power.watts), ...sizes]];
  });
  if (rows.length === 0) return undefined;
  return (
    <>
      <h3>Power at each mast</h3>
      <Table
        head={["Mast", "Source", "Draw W", "Panels kWp", "Battery kWh"]}
        numbers={[2, 3, 4]}
        rows={rows}
      />
    </>
  );
}
