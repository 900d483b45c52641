/** Topics, places, partners, programmes, pledges and plans by their names: so few that their words are held in memory. */
import { isWanted, tokens, type Wanted } from "../../engines/tokens/tokens.ts";
import type { Db } from "../../platform/db/store.ts";
import { freshness } from "../../platform/log/state.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { partnerList } from "../partners/feature.ts";
import { placeList } from "../places/feature.ts";
import { planList } from "../plans/feature.ts";
import { pledgeLedger } from "../pledges/feature.ts";
import { programmeList } from "../programmes/feature.ts";

export type NameKind = "topic" | "place" | "partner" | "programme" | "pledge" | "plan";

export interface Name {
  readonly kind: NameKind;
  readonly name: string;
  /** What tells it from another of that name: a country, who pledges. */
  readonly more: string;
  readonly path: string;
}
interface Known extends Name {
  readonly words: readonly string[];
}

export type ReadNames = (
  db: Db,
  context: { readonly frame: Frame; readonly today: string },
  asked: readonly Wanted[],
) => Promise<Name[]>;

const USES = {
  projections: ["campaign", "places", "partners", "programmes", "pledges", "plans", "addresses"],
};

export function rememberNames(): ReadNames {
  let known: { readonly version: string; readonly names: readonly Known[] } | undefined;
  return async (db, { frame, today }, asked) => {
    const version = `${today} ${await freshness(db, USES)}`;
    if (known?.version !== version) known = { version, names: await readNames(db, frame, today) };
    return known.names
      .filter(({ words }) => asked.every((one) => words.some((word) => isWanted(one, word))))
      .map(({ words: _words, ...name }) => name);
  };
}

async function readNames(db: Db, frame: Frame, today: string): Promise<Known[]> {
  const lang = frame.language;
  const { pledges, series } = await pledgeLedger(db, today, lang);
  const places = await placeList(db, lang);
  const partners = await partnerList(db, lang);
  const programmes = await programmeList(db, lang);
  const plans = await planList(db, lang);
  const named: Name[] = [
    ...frame.topics.map(({ id, name, question }) => ({
      kind: "topic" as const,
      name,
      more: question,
      path: `/topics/${id}`,
    })),
    ...places.map(({ name, region, countryName, slug }) => ({
      kind: "place" as const,
      name,
      more: [region, countryName].filter((part) => part !== undefined).join(", "),
      path: `/places/${slug}`,
    })),
    ...partners.map(({ name, slug }) => ({
      kind: "partner" as const,
      name,
      more: "",
      path: `/partners/${slug}`,
    })),
    ...programmes.map(({ title, slug }) => ({
      kind: "programme" as const,
      name: title,
      more: "",
      path: `/programmes/${slug}`,
    })),
    ...[...pledges, ...series].map(({ pledge, pledger, slug }) => ({
      kind: "pledge" as const,
      name: pledge.title,
      more: pledger.name,
      path: `/pledges/${slug}`,
    })),
    ...plans.map(({ plan, slug }) => ({
      kind: "plan" as const,
      name: plan.title,
      more: "",
      path: `/plans/${slug}`,
    })),
  ];
  return named.map((one) => ({
    ...one,
    words: [...tokens(`${one.name} ${one.more}`)].map(({ word }) => word),
  }));
}
