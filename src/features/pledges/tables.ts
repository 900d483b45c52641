/** The tables of pledges. */
import {
  double,
  integer,
  orNull,
  table,
  text,
  textOf,
  type TablesOf,
} from "../../platform/db/table.ts";
import type { Number3 } from "./goal.ts";

/** What each pledge says, whose it is, and whose keys signed. */
export const statedTables = {
  /**
   * `goal`: 1 when it counts towards the campaign's goal, 2 when as history only. `silent`: the first day without a
   * report for long. `towards`: the larger pledge that it is part of, or empty. `brief`: the state with the few figures that a list shows.
   */
  pledge: table(
    {
      subject: text,
      kind: text,
      pledger: text,
      began: text,
      unit: text,
      goal: integer,
      silent: text,
      towards: text,
      brief: text,
      state: text,
    },
    {
      // Everything that orders and counts pledges, so that their long states stay unread.
      indexes: {
        pledge_order: ["kind", "pledger", "began", "subject"],
        pledge_goal: ["goal", "unit", "silent"],
        pledge_towards: ["towards", "subject"],
      },
    },
  ),
  /** Pledger and co-pledgers. */
  pledge_partner: table(
    { subject: text, partner: text },
    { key: ["partner", "subject"], indexes: { pledge_partner_subject: ["subject"] } },
  ),
  /** Keys that signed for a figure of a pledge. */
  attestation: table(
    { subject: text, key: text },
    { key: ["key", "subject"], indexes: { attestation_subject: ["subject"] } },
  ),
};

export const pledgeTables = {
  ...statedTables,
  /** The keys that sign for a partner. */
  attester: table({ key: text, partner: text }, { key: ["partner", "key"] }),
  /**
   * A view: what each pledge that counts adds to the goal, per number. `places` is a JSON list, or empty. `tied`: 1
   * when it is part of another pledge or another of it.
   */
  share: table(
    {
      subject: text,
      number: textOf<Number3>(),
      unit: text,
      silent: text,
      value: double,
      joint: orNull(text),
      places: text,
      since: integer,
      until: integer,
      tied: integer,
    },
    { key: ["subject", "number"], indexes: { share_sum: ["unit", "number", "silent", "value"] } },
  ),
};
export type PledgeTables = TablesOf<typeof pledgeTables>;
