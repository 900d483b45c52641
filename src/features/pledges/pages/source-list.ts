/** The sources of a pledge, each once, numbered in the order in which the page comes to them. */
import type { Source } from "../../../platform/web/sources.tsx";
import type { Pledge } from "../fold.ts";

export function sourcesOf({ ledger, wordings }: Pick<Pledge, "ledger" | "wordings">): Source[] {
  const named = [
    ...ledger.map((e) => e.source),
    ...wordings.flatMap((w) => w.said.map((s) => s.source)),
  ];
  return named.filter((source, i) => named.findIndex((other) => isSame(source, other)) === i);
}

/** From 1. */
export const numberOf = (source: Source, sources: readonly Source[]): number =>
  sources.findIndex((other) => isSame(source, other)) + 1;

const isSame = (a: Source, b: Source): boolean => a.url === b.url && a.title === b.title;
