/** The shape of a feature's door. `app.ts` mounts doors; nothing else of a feature is public. */
import type { FolderPart } from "./folder/part.ts";
import type { Projection } from "./log/projection.ts";
import type { Instance } from "./process/instance.ts";
import type { Kinds } from "./records/kind.ts";
import type { SentSort } from "./sent/sort.ts";
import type { Extra } from "./web/extra.ts";
import type { PageRequest, Related, Route } from "./web/route.ts";

export interface Feature {
  readonly name: string;
  /** The kinds of record this feature owns. */
  readonly kinds: Kinds;
  readonly projections: readonly Projection[];
  /** Its parts of the campaign folder; read in the order in which `app.ts` lists the features. */
  readonly folder?: readonly FolderPart[];
  readonly routes: readonly Route[];
  /** Its addresses that are no pages and read no page's cache: what is posted, what is measured. */
  machine?(instance: Instance): Readonly<Record<string, Extra>>;
  /** What people send it without an account. */
  readonly sent?: readonly SentSort[];
  /** What it has to do when the instance starts and every hour after. */
  hourly?(instance: Instance): Promise<void>;
  /** What this feature has to show on another feature's page about `subject`; features meet here without importing in a circle. */
  related?(request: PageRequest, subject: string): Promise<Related | undefined>;
}
