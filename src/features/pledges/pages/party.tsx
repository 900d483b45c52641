/** Who pledged, by name and with a link where there is a page. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Party, PledgeLine } from "../queries.ts";
import type { Shown } from "./status.tsx";

export function PartyName({ party, to }: { readonly party: Party } & Pick<Shown, "to">): Html {
  return party.path === undefined ? <>{party.name}</> : <a href={to(party.path)}>{party.name}</a>;
}

/** `with UNICEF and ITU, ` or nothing. */
export function With({
  parties,
  to,
}: { readonly parties: readonly Party[] } & Pick<Shown, "to">): Html {
  return (
    <>
      {parties.map((party, i) => (
        <>
          {i === 0 ? "with " : i === parties.length - 1 ? " and " : ", "}
          <PartyName party={party} to={to} />
        </>
      ))}
      {parties.length > 0 && ", "}
    </>
  );
}

/** A pledge with its date, a series with its beginning. */
export function sinceWords({ pledge }: PledgeLine, lang: string): string {
  const from = formatDay(pledge.from, lang);
  return pledge.kind === "series" ? `since ${from}` : from;
}
