/** The addresses of what is said of listening in public. */
import type { Route } from "../../../platform/web/route.ts";
import { CSV, listeningCsv } from "./csv.ts";
import { placesTold } from "./places-told.ts";
import { toldAt } from "./where.ts";

const USES = { projections: ["listening", "places", "addresses"] };

export const toldRoutes: readonly Route[] = [
  {
    path: "/listening",
    movedTo: "/programmes/:slug",
    answer: async ({ db }) => ({
      kind: "redirect",
      uses: { projections: ["programmes", "listening", "addresses"] },
      to: await toldAt(db),
    }),
  },
  {
    path: CSV,
    answer: async ({ db }) => ({
      kind: "file",
      uses: USES,
      type: "text/csv; charset=utf-8; header=present",
      body: listeningCsv(await placesTold(db, "en")),
    }),
  },
];
