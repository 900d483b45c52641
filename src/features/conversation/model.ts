/** What the log’s thread loads of conversation: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { conversationProjection } from "./projection.ts";
import { conversationKinds } from "./records.ts";
import { conversationPart, reactionsPart, askConversation } from "./private/conversation.ts";
import { remarksPart, askRemarks } from "./private/remarks.ts";
import { mayDecide } from "./private/decisions.ts";
import {
  byAuthor as remarksByAuthor,
  byId as remarkById,
  byIds as remarksByIds,
  openCount as openRemarkCount,
  openFirst as firstOpenRemarks,
} from "./private/finding.ts";
import {
  type Came,
  type Decision,
  isOpen,
  type Remark,
  type NewRemark,
  type TakeDown,
} from "./private/remark.ts";
import { notesOf, openReports, brakes, talkRules, type TalkRules } from "./private/moderating.ts";
import {
  type Brake,
  LIST_ACTS,
  type ListLine,
  type Note,
  type Report,
  SECTION_RULES,
  type SectionRule,
  STANDINGS,
  type Talker,
  TALLIED,
  type TallyLine,
} from "./private/tables.ts";
import { standings, talkerOf, talkersOf, tallyLines } from "./private/talkers.ts";

export const conversationModel: Model = {
  kinds: conversationKinds,
  projections: [conversationProjection],
  private: [conversationPart, reactionsPart, remarksPart],
};

/** What others ask of what is private of it. */
export {
  askConversation,
  mayDecide,
  remarksByAuthor,
  remarkById,
  remarksByIds,
  openRemarkCount,
  firstOpenRemarks,
  isOpen,
  askRemarks,
  notesOf,
  openReports,
  brakes,
  talkRules,
  LIST_ACTS,
  SECTION_RULES,
  STANDINGS,
  TALLIED,
  standings,
  talkerOf,
  talkersOf,
  tallyLines,
};
export type {
  Came,
  Decision,
  Remark,
  NewRemark,
  TakeDown,
  TalkRules,
  Brake,
  ListLine,
  Note,
  Report,
  SectionRule,
  Talker,
  TallyLine,
};
