/** The table of the open letter: one row a signature, for counting, showing and finding. */
import { bigint, integer, orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { foldSignature } from "./fold.ts";
import { letterKinds } from "./records.ts";

const tables = {
  signature_said: table(
    {
      subject: text,
      id: text,
      kind: text,
      country: orNull(text),
      /** 1 where a person confirmed it, 0 where a link in a mail did. */
      by_hand: integer,
      /** When it was said in this log, in UTC milliseconds. */
      said: bigint,
      /** The name and the place in small letters; null where no name is shown. */
      find: orNull(text),
      /** JSON. */
      state: text,
    },
    { indexes: { signature_order: ["said", "subject"], signature_id: ["id"] } },
  ),
};
export type LetterTables = TablesOf<typeof tables>;

export const letterProjection = rowProjection({
  name: "letter",
  version: 2,
  kinds: letterKinds,
  tables,
  fold: foldSignature,
  rows(state, records) {
    const { id, kind, country = null, confirmed, name, place = "" } = state;
    const by_hand = confirmed === "mail" ? 0 : 1;
    const find = name === undefined ? null : findable(`${name} ${place}`);
    const said = timeMs(records[0]!.at);
    const row = { id, kind, country, by_hand, said, find, state: JSON.stringify(state) };
    return { signature_said: [row] };
  },
});

/** So that both databases find the same: small letters of every script, one way of writing each. */
export const findable = (words: string): string => words.normalize("NFKC").toLowerCase();
