/** What a form of the pledge begins with: what its address names, and what the ledger knows already. Rule P36. */
import type { Typed } from "../../platform/sent/sort.ts";
import type { Pledge } from "./fold.ts";

export function prefilled(
  { ledger, disputes, unit, metric }: Pledge,
  { about = "", claim, dispute }: Readonly<Partial<Record<string, string>>>,
): Typed {
  const named = ledger.find(({ id }) => id === claim);
  const answered = disputes.find(({ id }) => id === dispute) ?? disputes.at(0);
  const figure = about === "correction" ? named : undefined;
  return {
    about,
    claim: named?.id ?? "",
    dispute: answered?.id ?? "",
    unit: figure?.unit ?? unit,
    text: figure?.text ?? metric,
    measure: figure?.measure ?? "",
    asOf: figure?.asOf ?? "",
  };
}
