/** The figures of a pledge as open data takes them: its three numbers, each with its figure. */
import { entryOf, NUMBERS, type PledgeLine } from "../pledges/api.ts";

export type Pledge = PledgeLine["pledge"];
export type Figure = Pledge["ledger"][number];

type Numbers = Readonly<Partial<Record<(typeof NUMBERS)[number], Figure>>>;

/** The latest figure of each kind. They contain one another and are never added up. */
export function numbersOf(pledge: Pledge): Numbers {
  return Object.fromEntries(
    NUMBERS.flatMap((kind) => {
      const figure = entryOf(pledge, pledge.numbers[kind]);
      return figure ? [[kind, figure]] : [];
    }),
  );
}
