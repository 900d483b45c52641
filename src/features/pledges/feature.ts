/** Pledges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { amountWords, figureWords } from "./amounts.ts";
import { pledgeFolder } from "./folder.ts";
import { HowHonest } from "./pages/honest.tsx";
import { PledgeLedger } from "./pages/ledger.tsx";
import { pledgeProjection } from "./projection.ts";
import {
  goalHistory,
  pledgeLedger,
  type GoalHistory,
  type Ledger,
  type PledgeLine,
} from "./queries.ts";
import { pledgeKinds } from "./records.ts";
import { relatedPledges } from "./related.tsx";
import { pledgeRoutes } from "./routes.ts";

export const pledges: Feature = {
  name: "pledges",
  kinds: pledgeKinds,
  projections: [pledgeProjection],
  folder: [pledgeFolder],
  routes: pledgeRoutes,
  related: relatedPledges,
};
export { amountWords, figureWords, goalHistory, HowHonest, PledgeLedger, pledgeLedger };
export type { GoalHistory, Ledger, PledgeLine };
