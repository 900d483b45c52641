/** What other features and commands ask of pledges. */
import { makeWordsIn } from "./make-words.ts";
import { MAKE_PATH } from "./make.ts";

export { acceptSent, isForPledge } from "./commands.ts";
export { amountWords, figureWords } from "./amounts.ts";
export { firstDay, lastDay } from "./dates.ts";
export { entryOf, NUMBERS } from "./goal.ts";
export { pledgeNames } from "./names.ts";
export { EvidenceForm } from "./components/evidence-form.tsx";
export { ShortPledge } from "./components/short.tsx";
export { rangeWords, Totals } from "./components/totals.tsx";
export {
  goalHistory,
  type GoalHistory,
  pledgeAt,
  pledgeLedger,
  type PledgeLine,
  pledgePart,
  pledgesBySubject,
} from "./queries.ts";
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
} from "./records.ts";
export { silentFrom } from "./silence.ts";
export { STATES, stateWord } from "./status.ts";

/** Where anybody makes a pledge, and what that is called. */
export const makingAPledge = {
  path: MAKE_PATH,
  words: (lang: string): string => makeWordsIn(lang).title,
};
