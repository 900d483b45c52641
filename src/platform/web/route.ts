/** What a feature says about an address: which records the answer rests on, and the answer. */
import type { HtmlEscapedString } from "hono/utils/html";
import type { Db } from "../db/store.ts";
import type { CardPicture } from "../media/cards/card.ts";
import type { ReadMedia } from "../log/projection.ts";
import type { Frame } from "./frame.ts";

/** Whether a value of a parameter may mean something, as far as that can be told without looking. */
export type Means = (value: string) => boolean;
/** Each parameter that a page knows; others are ignored. */
export type Parameters = Readonly<Record<string, Means>>;

export interface PageRequest {
  /** One reading snapshot for the whole answer. */
  readonly db: Db;
  readonly frame: Frame;
  /** `/stories/:slug` gives `{ slug }`. */
  readonly params: Readonly<Record<string, string>>;
  /** The parameters that the route lists in `query`; others never arrive. */
  readonly query: Readonly<Record<string, string>>;
  /** The language asked for by the path; the campaign's own when none is. */
  readonly lang: string;
  /** Today in UTC, `2026-11-24`. */
  readonly today: string;
  /**
   * What many pages need and few changes touch: worked out once, kept until one of `uses` changes.
   * @param name one name for one kind of work; the day is part of it, the language is not
   */
  readonly remember: <T>(name: string, uses: Uses, work: () => Promise<T>) => Promise<T>;
  /** The bytes of a stored file; undefined where it is not here. */
  readonly readMedia: ReadMedia;
  /** What is looked at before any record says it: a stand-in for its subject, and where it will stand. */
  readonly unsaid?: { readonly subject: string; readonly path: string };
  /** What other features have to show about a subject, in the features' order. */
  related(subject: string): Promise<readonly Related[]>;
  /** The page at a path of this site without a language, as it stands today; undefined where there is none. */
  pageAt(path: string): Promise<Page | undefined>;
}

/** A section about a subject of another feature: the stories of a place, the pledges of a partner. */
export interface Related {
  readonly uses: Uses;
  /** First UTC day on which the section would read differently without any new record. */
  readonly until?: string;
  readonly html: Html;
  /** Of the front page, the block that it fills; `letter` where it says none. */
  readonly block?: string;
}

/** The page is fresh for as long as no record touches these. A projection's name stands for all its subjects. */
export interface Uses {
  readonly subjects?: readonly string[];
  readonly projections?: readonly string[];
}

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly kind: "page";
  readonly uses: Uses;
  /** First UTC day on which the page would read differently without any new record. */
  readonly until?: string;
  readonly title: string;
  readonly description: string;
  /** Language of the main text when it is not the frame's. */
  readonly lang?: string;
  /** The main navigation entry this page stands under: `/stories`. */
  readonly current?: string;
  readonly main: Html;
  /** The path of its one script, without which it can be read all the same. */
  readonly script?: string;
  /** The path of a second one that asks before what was typed is lost, and whether that came back with the page. */
  readonly watch?: { readonly script: string; readonly cameBack: boolean };
  /** May stand in a frame of our own pages, or holds such a frame. Pages that are made for one request only. */
  readonly frames?: "in" | "of";
  /** What the foot says before the page's weight, instead of what is true of readers' pages. */
  readonly foot?: string;
  /** Words of it were made by a machine, and nobody has reviewed them. */
  readonly byMachine?: true;
  /** Not for search engines: it is reached from the page that it is about. */
  readonly unlisted?: true;
  /** What stood here is gone for good: the page says so, with the status 410. */
  readonly gone?: true;
  /** A browser keeps no copy: a form, and what somebody before typed into it. */
  readonly unkept?: true;
  /** The card of the page on other sites, and its schema.org description. */
  readonly card?: {
    readonly type: "article" | "website";
    /** What its picture shows beside the title. */
    readonly shows: Shows;
    readonly published?: string;
  };
  /** Of the desk, whose door puts the menu before it: where it stands there. */
  readonly desk?: { readonly part: string };
  /** Ends with the ways to pass it on. */
  readonly share?: true;
  /** Where it is told what other sites may show of it (oEmbed): a path. */
  readonly embed?: string;
  readonly jsonLd?: Readonly<Record<string, unknown>>;
  /** Other languages of the same page: tag and path. */
  readonly languages?: readonly { readonly lang: string; readonly path: string }[];
  /** The address of its text, where that is in this language whatever stands around it. Without `languages` it is offered in no other. */
  readonly only?: { readonly lang: string; readonly path: string };
  /** Feeds of this page: title and path of the Atom feed. */
  readonly feeds?: readonly { readonly title: string; readonly path: string }[];
}
/** What the picture of a page shows on other sites (cards.ts). */
export interface Shows {
  /** In place of the page's title. */
  readonly title?: string;
  /** Of the title, where that is in another language than the main text. */
  readonly lang?: string;
  /** Who and where. */
  readonly line?: string;
  readonly picture?: CardPicture | undefined;
}
export interface File {
  readonly kind: "file";
  readonly uses: Uses;
  readonly until?: string;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Asked for in a form that this site does not make. */
  readonly status?: 501;
}
export interface Redirect {
  readonly kind: "redirect";
  readonly uses: Uses;
  /** A path of this site, without the language prefix. */
  readonly to: string;
}

/** Some of the parameters mean nothing here: what stands at the address with these alone (`unlessMeant` of means.ts). */
export interface Instead {
  readonly kind: "instead";
  readonly uses: Uses;
  readonly query: Readonly<Record<string, string>>;
}

/** `undefined` is an honest 404. */
export type Answer = Page | File | Redirect | Instead | undefined;

export interface Route {
  /** `/stories/:slug`; without the language prefix. */
  readonly path: string;
  readonly query?: Parameters;
  /** For programs, or a picture of what was said: the campaign's own words, whatever the language of the address. */
  readonly inOwnWords?: true;
  /** Where the page stands that took in the one that stood here: it leads there for good (`movedRoute`). */
  readonly movedTo?: string;
  answer(request: PageRequest): Promise<Answer>;
}
