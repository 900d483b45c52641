import type { SkyView } from "../folder/sky-fields.ts";

/** What every page of an instance shares: the campaign's name, colours, navigation and legal lines. */
export interface Frame {
  /** Public base address without a trailing slash: `https://example.org`. */
  readonly base: string;
  readonly name: string;
  readonly claim: string;
  readonly purpose: string;
  readonly hashtag: string;
  /** Its name before the `@` in the fediverse; absent before it is opened. */
  readonly username?: string;
  /** When the campaign was opened, ISO 8601. */
  readonly opened?: string;
  /** The campaign's own language and all its languages, BCP 47. */
  readonly language: string;
  readonly languages: readonly string[];
  /** By whose clock the campaign goes, an IANA name; UTC where there is none. */
  readonly timeZone?: string;
  /** The language of the campaign's short texts as they stand here: the reader's, where they are translated. */
  readonly own: string;
  /** Some of them were made by a machine, and nobody has reviewed them. */
  readonly byMachine?: boolean;
  readonly colour: { readonly day: string; readonly night: string };
  /** Beside the name; absent where the line of the house stands there. */
  readonly logo?: {
    readonly media: string;
    readonly width?: number | undefined;
    readonly height?: number | undefined;
  };
  /** The Earth from space, for what is of no place. */
  readonly earth?: SkyView;
  /** The paths of the main navigation that are shown, in this order; all of them where it is absent. */
  readonly navigation?: readonly string[];
  /** A link of the campaign's own after them: a path of this site, or an address. */
  readonly ownLink?: { readonly text: string; readonly to: string };
  /** For what pages ask nobody: of what they ask, and of which walks of life. */
  readonly unasked?: {
    readonly pages?: readonly ("lacking" | "places" | "partners" | "events")[] | undefined;
    readonly walks?: readonly string[] | undefined;
  };
  readonly independence: string;
  readonly disclaimer: string;
  readonly legal: readonly string[];
  readonly credits: readonly string[];
  /** Of people who objected and of whom nobody has decided yet: no page says them. Absent where nobody is hidden. */
  readonly hidden?: readonly string[];
  /** The standing topics of the conversation, in order. */
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly question: string;
  }[];
  /** Walks of life in the order shown: one (`Teacher`), many (`Teachers`). */
  readonly walks: readonly { readonly id: string; readonly one: string; readonly many: string }[];
  /** Free pages, for the footer: path, and the title that the campaign gave it or the name under which it stands. */
  readonly pages: readonly ({ readonly path: string } & (
    | { readonly title: string }
    | { readonly standing: "about" | "privacy" | "rights" | "press" | "events" | "updates" }
  ))[];
  /** Development only: `?dir=rtl` tries a page out from right to left. */
  readonly isTrial?: boolean;
  readonly dir?: "rtl";
}

/** The frame as an address asks for it: from right to left where that is being tried out. */
export const triedIn = (frame: Frame, search: URLSearchParams): Frame =>
  frame.isTrial && search.get("dir") === "rtl" ? { ...frame, dir: "rtl" } : frame;

/** A path of the site with its prefix taken off: `/fr/stories` is `/stories` in French. */
export function pathWithout(frame: Frame, lang: string, path: string): string {
  if (lang === frame.language || !frame.languages.includes(lang)) return path;
  const rest = path.slice(lang.length + 1);
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** Where a link in a text leads: the page in the language of the address; a file, the log and the desk have no language there, and what names one keeps it. */
export const linkIn =
  (frame: Frame, lang: string) =>
  (path: string): string =>
    /^\/(?:media|log|desk)(?:\/|$)|\.\w+$/.test(path) ||
    frame.languages.includes(path.split(/[/?#]/)[1] ?? "")
      ? path
      : pathIn(frame, lang, path);

/** The paths of a page's links: each in the language in which the page was asked for. */
export const toIn =
  ({ frame, lang }: { readonly frame: Frame; readonly lang: string }) =>
  (path: string): string =>
    pathIn(frame, lang, path);

/** A path of the site in a language: the campaign's own has no prefix. */
export function pathIn(frame: Frame, lang: string, path: string): string {
  if (lang === frame.language || !frame.languages.includes(lang)) return path;
  return path === "/" ? `/${lang}` : `/${lang}${path}`;
}
