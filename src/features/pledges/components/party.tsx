/** Who pledged, by name and with a link where there is a page. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, listed } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import type { Party, PledgeLine } from "../queries.ts";
import type { Shown } from "./status.tsx";

export function PartyName({ party, to }: { readonly party: Party } & Pick<Shown, "to">): Html {
  return party.path === undefined ? <>{party.name}</> : <a href={to(party.path)}>{party.name}</a>;
}

/** `with UNICEF and ITU, ` or nothing. */
export function With({
  parties,
  lang,
  to,
}: { readonly parties: readonly Party[] } & Pick<Shown, "lang" | "to">): Html {
  if (parties.length === 0) return <></>;
  const names = parties.map((party) => <PartyName party={party} to={to} />);
  return filled(wordsIn(lang).with, { names: listed(names, lang) });
}

/** A pledge with its date, a series with its beginning. */
export function sinceWords({ pledge }: PledgeLine, lang: string): string {
  const from = formatDay(pledge.from, lang);
  return pledge.kind === "series" ? wordsIn(lang).since(from) : from;
}
