/** What a form is made from: whose it is, and what stands in it. */
import type { Html } from "../../platform/web/route.ts";
import type { Picked } from "./form/picking.ts";
import type { Typed } from "./form/typed.ts";
import type { Standing } from "./things.ts";
import type { SpaceVisit } from "./visit.ts";

/** Of a space, and the thing where one is changed. */
export type FormVisit = SpaceVisit & { readonly standing?: Standing; readonly name?: string };

export interface Coming {
  readonly typed: Typed;
  readonly base: string;
  readonly back?: string | undefined;
  readonly problems?: Readonly<Record<string, string>>;
  readonly picked?: Picked;
  readonly trouble?: string | undefined;
  readonly above?: Html | undefined;
  /** Of a table that it holds. */
  readonly columns?: readonly string[];
  readonly done?: string | undefined;
}
