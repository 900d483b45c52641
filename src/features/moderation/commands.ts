/** What a moderator does with one of the lines; hard ones take two people. Rules MO1, MO2, MO9 to MO12. */
import type { Serving } from "../../platform/feature.ts";
import {
  acceptRemark,
  isHard,
  READY_REASONS,
  sayerOf,
  withdrawComment,
} from "../conversation/api.ts";
import {
  type Decision,
  type Remark,
  type TakeDown,
  askConversation,
  askRemarks,
} from "../conversation/model.ts";
import type { ModerationWords } from "./words.ts";

export const MAX_REASON = 500; // characters, of notes too

/** What was typed and pressed. `do` is `accept`, `refuse`, `refuse:sells`, `second`, `leave`, `note`. */
interface Deed {
  readonly do: string;
  readonly version: string;
  readonly reason: string;
  readonly note: string;
}
interface Decider {
  readonly by: string;
  readonly day: string;
  readonly alone: boolean;
}
export type Done =
  | { readonly done: "shown" | "refused" | "asked" | "left" | "taken" | "noted" }
  | { readonly trouble: string; readonly status: 409 | 422 };

/** @param remark as it is now; undefined for a story or a pledge that readers reported */
export async function decide(
  { speaker, instance }: Pick<Serving, "speaker" | "instance">,
  words: ModerationWords,
  {
    id,
    remark,
    deed,
    decider,
  }: {
    readonly id: string;
    readonly remark: Remark | undefined;
    readonly deed: Deed;
    readonly decider: Decider;
  },
): Promise<Done> {
  const ask = instance.log.private;
  const { by, day } = decider;
  const late = { trouble: words.late, status: 409 } as const;
  if (deed.note.length > MAX_REASON) return { trouble: words.noteExpected, status: 422 };
  const note = async (text: string) => {
    if (text !== "" && remark) await askConversation(ask).note({ remark: id, by, day, text });
  };

  if (deed.do === "leave") {
    await askConversation(ask).settle({ about: id, day });
    return { done: "left" };
  }
  if (!remark || remark.version !== Number(deed.version)) return late;
  if (deed.do === "note") {
    await note(deed.note);
    return { done: "noted" };
  }
  const reason = reasonOf(deed);
  const isRefusal = deed.do.startsWith("refuse");
  if (isRefusal && reason === undefined) return { trouble: words.reasonExpected, status: 422 };

  const decision = { id, version: remark.version, ...decider };
  const isShown = remark.state === "accepted" && remark.edit === null;
  const isOpen = remark.edit !== null || remark.state === "waiting" || remark.state === "second";
  if (!isOpen && !isShown) return late; // what is refused or taken back is never said, not for a moment
  const signals = JSON.parse(remark.signals) as string[];
  const takesTwo = isHard(signals) && remark.asked_by === null && !isShown;
  if (deed.do === "second" || takesTwo) {
    if (isShown) return late;
    const second: Decision = { ...decision, state: "second" };
    if ((await askRemarks(ask).decide(second)) === undefined) return late;
    await note(deed.note);
    if (deed.do !== "second") await note(words.proposed[isRefusal ? "refuse" : "accept"]);
    return { done: "asked" };
  }
  await note(deed.note);
  if (isShown && isRefusal) {
    const { subject } = remark;
    if (subject !== null) await withdrawComment(speaker, subject, "desk");
    const down: TakeDown = { id, by, day, reason: reason! };
    if ((await askRemarks(ask).takeDown(down)) === undefined) return late;
    await askConversation(ask).settle({ about: id, day });
    return { done: "taken" };
  }
  if (deed.do === "accept") {
    const said = await acceptRemark(sayerOf({ speaker, instance }), remark, decider);
    return said === undefined ? late : { done: "shown" };
  }
  if (!isRefusal) return { trouble: words.reasonExpected, status: 422 };
  const refusal: Decision = { ...decision, state: "refused", reason };
  return (await askRemarks(ask).decide(refusal)) === undefined ? late : { done: "refused" };
}

/** A ready-made one as its key, else the moderator's own words; undefined where neither is given. */
function reasonOf({ do: what, reason }: Deed): string | undefined {
  const key = READY_REASONS.find((one) => what === `refuse:${one}`);
  if (key !== undefined) return `#${key}`;
  return reason === "" || reason.length > MAX_REASON || reason.startsWith("#") ? undefined : reason;
}
