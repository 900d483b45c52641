/** The shelf: what can be read here, by the sign languages and the written ones in which it stands. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { foreign, listedWords } from "../../../platform/words/inline.tsx";
import type { Ladder } from "../../../platform/media/ladder/rungs-of.ts";
import { signLanguageName } from "../languages.ts";
import { languageIn } from "../../../platform/web/languages.ts";
import type { BookWords } from "../words.ts";
import { Cover } from "./parts.tsx";
import type { Drawing } from "../prints.ts";

/** A book as the shelf shows it. */
export interface Shelved {
  readonly slug: string;
  readonly title: string;
  /** Of the title. */
  readonly lang: string;
  readonly pages: number;
  readonly cover?: Drawing | undefined;
  readonly ladder?: Ladder | undefined;
  /** Written and sign languages in which it stands. */
  readonly written: readonly string[];
  readonly signed: readonly string[];
}
export interface Choice {
  readonly sign?: string | undefined;
  readonly text?: string | undefined;
}
interface ShelfProps {
  /** All of them. */
  readonly books: readonly Shelved[];
  /** Those of this page. */
  readonly shown: readonly Shelved[];
  readonly page: number;
  readonly pages: number;
  readonly choice: Choice;
  readonly words: BookWords;
  readonly to: (path: string) => string;
}

export function ShelfMain(props: ShelfProps): Html {
  const { books, shown, words } = props;
  const signs = countedIn(books.flatMap(({ signed }) => signed));
  const texts = countedIn(books.flatMap(({ written }) => written));
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {books.length > 1 && signs.length > 0 && (
        <Choices {...props} title={words.signedIn} of="sign" all={signs} name={signLanguageName} />
      )}
      {books.length > 1 && texts.length > 1 && (
        <Choices {...props} title={words.writtenIn} of="text" all={texts} name={languageIn} />
      )}
      {shown.length === 0 && <p class="stand">{books.length === 0 ? words.none : words.noneSo}</p>}
      <Shelf {...props} books={shown} />
      <Pager {...props} />
      {signs.length === 0 && books.length > 0 && <Asked {...props} />}
      <Section id="school" title={words.more} mini>
        <p>{words.moreIs}</p>
      </Section>
    </>
  );
}

/** The books side by side; one alone is larger. */
export function Shelf({
  books,
  ...props
}: Omit<Parameters<typeof OnShelf>[0], "book"> & { readonly books: readonly Shelved[] }): Html {
  const isLarge = books.length === 1;
  return (
    <ul class={isLarge ? "shelf alone" : "shelf"}>
      {books.map((book) => (
        <OnShelf {...props} book={book} isLarge={isLarge} />
      ))}
    </ul>
  );
}

function OnShelf({
  book,
  choice = {},
  words,
  to,
  isLarge = false,
}: {
  readonly book: Shelved;
  readonly isLarge?: boolean;
  readonly choice?: Choice;
  readonly words: BookWords;
  readonly to: (path: string) => string;
}): Html {
  const { slug, title, lang, cover, ladder, pages, signed } = book;
  const signs = signed.map((tag) => signLanguageName(tag, words.lang));
  return (
    <li>
      <a href={to(`/books/${slug}${choice.sign === undefined ? "" : `?sign=${choice.sign}`}`)}>
        {cover && <Cover drawing={cover} ladder={ladder} isLarge={isLarge} />}
        <b {...foreign(lang, words.lang)}>{title}</b>
      </a>
      <p class="small">
        {words.pages(pages)}.{" "}
        {signs.length > 0 ? words.signs(listedWords(signs, words.lang)) : words.unsigned}
      </p>
    </li>
  );
}

/** Nobody has signed one: it is said once, and leads to where it is done. */
function Asked({ books, words, to }: ShelfProps) {
  const [only] = books.length === 1 ? books : [];
  return (
    <>
      <p>{words.nobody}</p>
      {only && (
        <p class="acts">
          <a class="button quiet" href={to(`/take-part/signing/${only.slug}`)}>
            {words.sign}: {only.title}
          </a>
        </p>
      )}
    </>
  );
}

function Pager(props: ShelfProps) {
  const { page, pages, words } = props;
  if (pages === 1) return <></>;
  const at = (n: number) => placeOf(props, { page: n === 1 ? undefined : String(n) });
  return (
    <nav class="acts" aria-label={words.shelf}>
      {page > 1 && (
        <a class="button quiet" href={at(page - 1)} rel="prev">
          {words.previous}
        </a>
      )}
      <span>{words.page(page, pages)}</span>
      {page < pages && (
        <a class="button quiet" href={at(page + 1)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  );
}

/** The address of the shelf with something chosen otherwise. */
function placeOf({ choice, to }: ShelfProps, other: Readonly<Record<string, string | undefined>>) {
  const query = new URLSearchParams();
  for (const [key, said] of Object.entries({ ...choice, ...other }))
    if (said !== undefined) query.set(key, said);
  return to(query.size === 0 ? "/books" : `/books?${query}`);
}

/** Links, so that each shelf has an address. */
function Choices(
  props: ShelfProps & {
    readonly title: string;
    readonly of: "sign" | "text";
    readonly all: readonly (readonly [tag: string, count: number])[];
    readonly name: (tag: string, lang: string) => string;
  },
) {
  const { title, of, all, name, choice, words } = props;
  const at = (value: string | undefined) => placeOf(props, { [of]: value });
  return (
    <nav class="acts" aria-label={title}>
      <b>{title}:</b>
      <a
        class="chosen"
        href={at(undefined)}
        aria-current={choice[of] === undefined ? "true" : undefined}
      >
        {words.all}
      </a>
      {all.map(([tag, count]) => (
        <a class="chosen" href={at(tag)} aria-current={choice[of] === tag ? "true" : undefined}>
          {name(tag, words.lang)} <bdi>({count})</bdi>
        </a>
      ))}
    </nav>
  );
}

/** Each with how many, the most first. */
const countedIn = (tags: readonly string[]): (readonly [string, number])[] =>
  [...Map.groupBy(tags, (tag) => tag)]
    .map(([tag, all]) => [tag, all.length] as const)
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
