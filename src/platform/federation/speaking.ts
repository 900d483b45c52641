/**
 * What features say of themselves to the fediverse, and what they are told from there: plain data, so that no feature knows
 * the protocol and the protocol's library lives in a thread of its own (README.md).
 */
import type { Db } from "../db/store.ts";
import type { Frame } from "../web/frame.ts";

/** One reading snapshot, and what every answer needs. */
export interface Asking {
  readonly db: Db;
  readonly frame: Frame;
  /** UTC. */
  readonly today: string;
}

/** Somebody who can be followed: the campaign, an author, a topic. */
export interface ActorCard {
  /** For ever, in its address: `campaign`, `topic-privacy`, the subject of an author. */
  readonly identifier: string;
  /** The name before the `@` of its handle. */
  readonly username: string;
  readonly kind: "organization" | "person" | "group";
  readonly name: string;
  /** Plain text. */
  readonly summary: string;
  /** Its page: a path of this site. */
  readonly path: string;
  readonly icon?: ActorImage;
  /** Whose site its page is, where it is the first page of one: a field of its profile. */
  readonly site?: string;
  /** Wide, above its profile. */
  readonly image?: ActorImage;
  /** When it began, ISO 8601; absent where nobody knows. */
  readonly published?: string;
}

/** A stored file, or a path of this site. */
export type ActorImage = ({ readonly media: string } | { readonly path: string }) & {
  readonly type: string;
  /** What it shows. */
  readonly alt?: string;
};

export interface Attachment {
  /** A stored file, with its media type and what it shows or says. */
  readonly media: string;
  readonly type: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

export interface OwnHashtag {
  /** Without `#`. */
  readonly name: string;
  /** Where it leads: a path of this site. */
  readonly path: string;
}

/** A story or a pledge (article), or a comment (note). */
export interface Post {
  /** For ever, in its address: its subject. */
  readonly id: string;
  readonly kind: "article" | "note";
  /** Who says it, and who else passes it on to those who follow them: identifiers of actors. */
  readonly actor: string;
  readonly also: readonly string[];
  /** Its page: a path of this site. */
  readonly path: string;
  readonly title?: string;
  readonly summary?: string;
  /** Safe HTML, made here, without title and summary. */
  readonly html: string;
  readonly lang: string;
  /** The same in other languages. */
  readonly translations?: readonly {
    readonly lang: string;
    /** Its page in this language. */
    readonly path: string;
    readonly title?: string;
    readonly summary?: string;
    readonly html: string;
  }[];
  /** UTC moments, or days where no more is known, ISO 8601. */
  readonly published: string;
  readonly updated?: string;
  /** It was old when it came here, and nothing was changed since: nobody is told of it. */
  readonly isArchived?: true;
  readonly attachments: readonly Attachment[];
  readonly hashtags: readonly OwnHashtag[];
  /** What it answers: the id of a post of ours, or an address elsewhere. */
  readonly answers?: { readonly id: string } | { readonly uri: string };
  /** Whom it speaks to: addresses of people elsewhere, who are sent it whether or not they follow. */
  readonly mentions?: readonly string[];
}

/** A record that can change what a post says: posts of its subject are said again where they differ. */
export interface Change {
  /** Its id. */
  readonly record: string;
  readonly subject: string;
}

/** What a feature has to say in the fediverse. */
export interface Speaks {
  /** Records of these kinds can change what its posts say: `post` is asked again for their subjects. */
  readonly kinds: readonly string[];
  /** The posts that this subject decides about, where that is not the subject itself: a person, the stories told of them. */
  posts?(asking: Asking, subject: string): Promise<readonly string[]>;
  actor?(asking: Asking, identifier: string): Promise<ActorCard | undefined>;
  /** The identifier of the actor with this username. */
  named?(asking: Asking, username: string): Promise<string | undefined>;
  /** What stands at a path of this site: the id of a post, or the identifier of an actor. */
  at?(asking: Asking, path: string): Promise<{ post: string } | { actor: string } | undefined>;
  /** Undefined where it is not shown, or not any more. */
  post(asking: Asking, id: string): Promise<Post | undefined>;
  /** Whether it stood here and was taken back; asked for what is not shown. */
  gone?(asking: Asking, id: string): Promise<boolean>;
  /** All that this actor has said or passed on, in any order. */
  outbox?(asking: Asking, identifier: string): Promise<readonly Outlined[]>;
  /** What it would have a newcomer read first. */
  featured?(asking: Asking, identifier: string): Promise<readonly string[]>;
  /** Whether what stands at this address elsewhere was heard already: it is not fetched again. */
  knows?(asking: Asking, uri: string): Promise<boolean>;
  /** Whether nothing is taken from this account or this server, by the address of the account. */
  refuses?(asking: Asking, uri: string): Promise<boolean>;
  /** How many comments were made here, for those who count servers. */
  comments?(asking: Asking): Promise<number>;
}
/** A post in a list: when it was published, ISO 8601. */
export interface Outlined {
  readonly id: string;
  readonly published: string;
}

/** Whoever said something elsewhere. */
export interface Stranger {
  readonly uri: string;
  /** `@name@host` */
  readonly handle: string;
  readonly name: string;
}

/** Something that happened elsewhere and concerns us; its signature and its sender were checked. */
export type Heard =
  | {
      /** Said for the first time, or in other words; fetched from where it stands or signed by its author. */
      readonly what: "said";
      readonly uri: string;
      /** Its page, for people. */
      readonly url: string;
      readonly by: Stranger;
      /** As it came: any HTML. */
      readonly html: string;
      /** What its author puts before it, a content warning: plain text. */
      readonly warning?: string;
      readonly lang?: string;
      /** ISO 8601. */
      readonly published?: string;
      /** The id of a post of ours, or its address elsewhere; absent where it answers nothing. */
      readonly answers?: { readonly id: string } | { readonly uri: string };
      /** The names of ours that it calls, without `@`. */
      readonly calls: readonly string[];
      /** Without `#`, in small letters. */
      readonly hashtags: readonly string[];
      /** That it is for everybody: nothing else is ever shown. */
      readonly isPublic: boolean;
      readonly hasMedia: boolean;
    }
  | { readonly what: "deleted"; readonly uri: string; readonly by: string }
  | {
      readonly what: "reacted";
      readonly activity: string;
      readonly by: string;
      readonly kind: "like" | "boost";
      /** The id of a post of ours. */
      readonly id: string;
    }
  | { readonly what: "unreacted"; readonly activity: string; readonly by: string }
  /** Somebody elsewhere reports posts of ours, or answers to them. */
  | {
      readonly what: "flagged";
      readonly activity: string;
      /** The server alone: who reports is nobody's business. */
      readonly host: string;
      readonly uris: readonly string[];
      readonly text: string;
    }
  | { readonly what: "moved"; readonly from: string; readonly to: string };

/** May be told the same again. @throws Error: told again later */
export type Hears = (heard: Heard) => Promise<void>;

/** What the desk does elsewhere in the campaign's name. */
export type Deed =
  | { readonly do: "follow" | "unfollow" | "block" | "unblock"; readonly uri: string }
  | { readonly do: "like" | "unlike" | "boost" | "unboost"; readonly uri: string }
  | { readonly do: "flag"; readonly uri: string; readonly by: string; readonly text: string };

/** How one server takes what is sent to it. */
export interface HostStatus {
  readonly host: string;
  readonly followers: number;
  readonly waiting: number;
  /** `resting` after failures, until then; `dead` is written to no more. */
  readonly state: "open" | "resting" | "dead";
  /** UTC milliseconds. */
  readonly next?: number;
  readonly problem?: string;
}
