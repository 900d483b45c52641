/** Pledges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { pledgesModel } from "./model.ts";
import { acceptSent, isForPledge } from "./accept.ts";
import { amountWords, figureWords } from "./amounts.ts";
import { firstDay, lastDay } from "./dates.ts";
import { entryOf, NUMBERS } from "./goal.ts";
import { PledgeLedger } from "./pages/ledger.tsx";
import { ShortPledge } from "./pages/short.tsx";
import { rangeWords, Totals } from "./pages/totals.tsx";
import {
  goalHistory,
  pledgeAt,
  pledgeLedger,
  pledgePart,
  type GoalHistory,
  type Ledger,
  type PledgeLine,
} from "./queries.ts";
import {
  ATTESTATION_SIGNED,
  AttestationBody,
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  LATER,
  PARTNER_KEY,
  PLEDGE_MADE,
} from "./records.ts";
import { silentFrom } from "./silence.ts";
import { relatedPledges } from "./related.tsx";
import { pledgeRoutes } from "./routes.ts";
import { MAKE_PATH } from "./make.ts";
import { makeWordsIn } from "./make-words.ts";
import { madeSent } from "./make-sort.ts";
import { pledgeSent } from "./sending.ts";
import { STATES, stateWord } from "./status.ts";

export const pledges: Feature = {
  name: "pledges",
  model: pledgesModel,
  routes: pledgeRoutes,
  related: relatedPledges,
  sent: [pledgeSent, madeSent],
};
/** Where anybody makes a pledge, and what that is called. */
export const makingAPledge = {
  path: MAKE_PATH,
  words: (lang: string): string => makeWordsIn(lang).title,
};
export {
  ATTESTATION_SIGNED,
  AttestationBody,
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  LATER,
  PARTNER_KEY,
  PLEDGE_MADE,
};
export {
  acceptSent,
  amountWords,
  entryOf,
  figureWords,
  firstDay,
  goalHistory,
  isForPledge,
  lastDay,
  NUMBERS,
  pledgeAt,
  PledgeLedger,
  pledgeLedger,
  pledgePart,
  rangeWords,
  ShortPledge,
  silentFrom,
  STATES,
  stateWord,
  Totals,
};
export type { GoalHistory, Ledger, PledgeLine };
