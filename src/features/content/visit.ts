/** What every page of content is made from: the part that its address names, and what its forms need. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { nameIn } from "../../platform/addresses/addresses.ts";
import { callable, type Called } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { standingAt, type Standing } from "./things.ts";
import { wordsIn, type ContentWords } from "./words.ts";

export const PART = "/desk/content";

/** What the desk writes with forms of its own, and where. */
export const OWN_EDITORS: Readonly<Record<string, string>> = {
  stories: "/desk/stories",
  pictures: "/desk/media",
  events: "/desk/events",
  newsletters: "/desk/newsletters",
  plans: "/desk/plans",
  signings: "/desk/books",
  campaign: "/desk/settings",
  pages: "/desk/settings",
  translations: "/desk/content/translations",
};

/** None where the desk has no such kind: an address may say anything. */
export const editorOf = (space: string): string | undefined =>
  Object.hasOwn(OWN_EDITORS, space) ? OWN_EDITORS[space] : undefined;

export type MadeSpace = keyof ContentWords["add"];
export const isMadeHere = (words: ContentWords, space: string): space is MadeSpace =>
  Object.hasOwn(words.add, space);

export interface Content {
  readonly serving: Serving;
  readonly parts: readonly FolderPart[];
}
export interface SpaceVisit extends Content {
  readonly visit: DeskVisit;
  readonly part: FolderPart;
  readonly space: MadeSpace;
  readonly words: ContentWords;
}
export interface ThingVisit extends SpaceVisit {
  readonly standing: Standing;
  /** What it is called. */
  readonly name: string;
}

/** Work at an address of a space; another address leads to all of them. */
export const inSpace =
  (content: Content, work: (at: SpaceVisit) => Promise<Reply>) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const space = visit.params["space"]!;
    const part = content.parts.find((one) => one.space === space);
    if (!part || !isMadeHere(words, space)) return { to: editorOf(space) ?? PART };
    return work({ ...content, visit, part, space, words });
  };

/** Work at an address of a thing, standing or withdrawn. */
export const atThing = (content: Content, work: (at: ThingVisit) => Promise<Reply>) =>
  inSpace(content, async (at) => {
    const { visit, part, space, serving } = at;
    const slug = visit.params["slug"]!.split("/")[0]!; // also at the address of a form that was not taken
    const found = await serving.instance.snapshot((db) => standingAt(db, part, slug));
    if (!found) return { to: `${PART}/${space}` };
    return work({ ...at, standing: found, name: nameOf(found) });
  });

const nameOf = ({ known, slug }: Standing): string => nameIn(known.body) ?? slug;

export const pathOfThing = (space: string, slug: string): string => `${PART}/${space}/${slug}`;

const OFFERED = 200; // names in a list that a browser offers; more of them come by typing and sending

/** What a browser may offer where a thing of this space is named. */
export const offeredIn = (db: Db, space: string): Promise<Called[]> =>
  callable(db, { space, most: OFFERED });
