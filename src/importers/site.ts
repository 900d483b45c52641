/** What an earlier site is, whatever wrote it down: the one form between its export and a campaign folder. */

export interface EarlierSite {
  readonly title: string;
  readonly about: string;
  /** Its own address where the export tells it: `https://old.example.org`. */
  readonly base?: string;
  /** As it says: `en-US`. */
  readonly language?: string;
  readonly posts: readonly Post[];
  /** Where each group of posts was listed, by the group's name. */
  readonly groups: readonly Group[];
  /** Files that the export names, by its own number for them. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** What is there and is not taken along, in words. */
  readonly leftOut: readonly LeftOut[];
  /** What was taken although it is not as it has to be, a line each. */
  readonly warnings?: readonly string[];
}

export interface Group {
  readonly name: string;
  readonly about?: string;
  readonly address?: string;
}

export interface Post {
  /** Its own number in the export, where it has one. */
  readonly id?: string;
  /** What the report calls it. */
  readonly name: string;
  readonly title: string;
  /** HTML; `isPlain` where blank lines make its paragraphs. */
  readonly html: string;
  readonly isPlain: boolean;
  readonly summary: string;
  /** UTC or local day, as the site said it. */
  readonly published: string;
  readonly updated?: string;
  /** Names as the site showed them. */
  readonly authors: readonly string[];
  readonly groups: readonly string[];
  readonly tags: readonly string[];
  /** The last part of its address, decoded. */
  readonly slug: string;
  /** A page beside the posts. */
  readonly isPage: boolean;
  /** Why not everybody could read it there; absent where everybody could. */
  readonly draft?: string;
  /** Addresses of what a feed reader was given beside its text: sound, mostly. */
  readonly enclosures: readonly string[];
  /** Full addresses or paths at which it stood, the best known first. */
  readonly addresses: readonly string[];
  readonly cover?: SiteFile;
  readonly comments: readonly Comment[];
  /** What could not be carried over as it was, in words for the report. */
  readonly notes?: readonly string[];
}

export interface SiteFile {
  readonly url: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
  /** The post for which it was sent, by its number in the export. */
  readonly parent?: string;
}

/** Without mail address and network address: nobody needs them to read it. */
export interface Comment {
  readonly id: string;
  readonly parent?: string;
  readonly name: string;
  readonly url?: string;
  /** `2019-05-04T12:30:00Z` */
  readonly at: string;
  readonly html: string;
}

export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** Whether this is an address at which a site can stand; what an export says of itself may be anything. */
export const isSite = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\//.test(address) && URL.parse(address) !== null;

/** The export cannot be read; the message says what was expected. */
export class ArrivalError extends Error {
  override name = "ArrivalError";
  readonly code:
    | "unreadable"
    | "unknown-form"
    | "too-large"
    | "not-found"
    | "bad-folder"
    | "private";
  constructor(code: ArrivalError["code"], message: string) {
    super(message);
    this.code = code;
  }
}
