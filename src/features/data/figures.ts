/** The figures of a pledge as open data takes them: its three numbers, and the word that stands beside each. */
import type { PledgeLine } from "../pledges/feature.ts";

export type Pledge = PledgeLine["pledge"];
export type Figure = Pledge["ledger"][number];

export const NUMBERS = ["claimed", "evidenced", "attested"] as const;
export type Numbers = Readonly<Partial<Record<(typeof NUMBERS)[number], Figure>>>;

/** The latest figure of each kind. They contain one another and are never added up. */
export function numbersOf({ ledger, numbers }: Pledge): Numbers {
  return Object.fromEntries(
    NUMBERS.flatMap((kind) => {
      const figure = ledger.find(({ id }) => id === numbers[kind]);
      return figure ? [[kind, figure]] : [];
    }),
  );
}

/** The same words for everybody: self-reported, reported, evidenced, attested. */
export function figureState({ texture, by }: Pick<Figure, "texture" | "by">): string {
  if (texture !== "claimed") return texture;
  return by === "pledger" ? "self-reported" : "reported";
}
