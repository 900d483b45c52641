/** What somebody sent stays theirs to take back: no file brings it into the pledge's own words. Rule P43. */
import type { FolderPart } from "../../platform/folder/part.ts";
import { canonical, type JsonObject } from "../../platform/records/jcs.ts";
import { isSentId } from "./commands.ts";
import { CLAIM_MADE, DISPUTE_ANSWERED, DISPUTE_FILED, EVIDENCE_FILED } from "./records.ts";

type NotOwn = NonNullable<NonNullable<FolderPart["beside"]>["notOwn"]>;

const LISTS = [
  { list: "claims", kind: CLAIM_MADE, command: "claim" },
  { list: "evidence", kind: EVIDENCE_FILED, command: "evidence" },
  { list: "disputes", kind: DISPUTE_FILED, command: "dispute" },
  { list: "answers", kind: DISPUTE_ANSWERED, command: "answer" },
] as const;

export const notOwn: NotOwn = ({ whole, body, before, said, erased }) =>
  LISTS.flatMap(({ list, kind, command }) => {
    const ofKind = said.filter((record) => record.kind === kind);
    const isTakenBack = erased.has(kind);
    const standing = new Set(ofKind.map((record) => (record.body as JsonObject)["id"]));
    const own = new Set(entriesOf(body, list).map(canonical));
    const known = entriesOf(before, list);
    const [ids, words] = [new Set(known.map((one) => one["id"])), new Set(known.map(canonical))];
    /** Of what was taken back nothing is known any more; only an id tells whether this is it. */
    const whyNot = (entry: JsonObject): string | undefined => {
      const { id } = entry;
      if (typeof id !== "string")
        return isTakenBack && own.size > known.length && !words.has(canonical(entry))
          ? `expected no more ${list} than before, because some was taken back here and this may be it, found one more. Take it out of this file, or say what is new with: bin/cnd.js file ${command}`
          : undefined;
      if (!isSentId(id) || ids.has(id)) return undefined;
      if (standing.has(id))
        return `expected ${id} in the words in which it was sent, because its sender can take it back, found others. Write it as it stands or leave it out; to say it yourself, give it another id`;
      return isTakenBack
        ? `expected nothing that its sender took back, found ${id}. Take it out of this file; to say it yourself, give it another id`
        : undefined;
    };
    return entriesOf(whole, list).flatMap((entry, i) => {
      const message = own.has(canonical(entry)) ? whyNot(entry) : undefined;
      return message === undefined ? [] : [{ path: [list, i], message }];
    });
  });

const entriesOf = (body: JsonObject, list: string): JsonObject[] =>
  (body[list] ?? []) as JsonObject[];
