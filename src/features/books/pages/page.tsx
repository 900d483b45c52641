/**
 * One page of a book: whoever signs it, as large as the screen; its sentences, each with the link that shows its film; its
 * picture. What is shown stands in the address, so that all of it works without script, and no byte of a film comes unasked.
 */
import { pathIn } from "../../../platform/web/frame.ts";
import { QrCode } from "../../../platform/web/share.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { weighed } from "../../../platform/web/player/player.tsx";
import { mediaPath } from "../../../platform/web/picture.tsx";
import { formatBytes } from "../../../platform/web/words.ts";
import { SignedPage, type PlayerProps } from "../components/player.tsx";
import { sentenceId } from "../cues.ts";
import { signLanguageName } from "../languages.ts";
import { languageIn } from "../../../platform/web/languages.ts";
import { tagOf, wordsIn as signsIn, type SignedBook } from "../signed.ts";
import { Credits, DrawingOf, inText, TextNotes, type BookProps } from "./parts.tsx";
import type { Staged } from "../staged.ts";

export interface PageProps extends BookProps {
  /** From 1. */
  readonly number: number;
  /** What of the signing is shown. */
  readonly stage?: Staged | undefined;
  /** Where its film was asked for. */
  readonly played?: PlayerProps | undefined;
  /** The language of the address. */
  readonly lang: string;
}

export function BookPage(props: PageProps): Html {
  const { reading, words, number, to, frame, lang } = props;
  const { book, text, signed, ladders } = reading;
  const page = text.pages[number - 1]!;
  const { picture } = book.thing.pages[number - 1]!;
  const path = `/books/${book.slug}`;
  const figure = picture && (
    <figure class="drawn">
      <DrawingOf
        drawing={picture}
        alt={page.alt ?? picture.alt}
        ladder={ladders.get(picture.file.media)}
        waits={signed !== undefined}
      />
    </figure>
  );
  return (
    <article class="book">
      <header class="head tight">
        <h1>
          <a href={to(path + signQuery(signed))} {...inText(reading, words)}>
            {text.title}
          </a>
        </h1>
        <p class="small">
          {words.page(number, text.pages.length)}
          {signed && ` · ${signLanguageName(signed.signing.thing.language, words.lang)}`}
        </p>
        <TextNotes reading={reading} words={words} lang={lang} />
      </header>
      {props.played ? (
        <SignedPage {...props.played} picture={figure} />
      ) : (
        <div class="row">
          {signed ? <Stage {...props} signed={signed} /> : <div class="c7">{figure}</div>}
          <div class="c5">
            <Sentences {...props} />
            {signed && figure}
          </div>
        </div>
      )}
      <Ways {...props} />
      <Others {...props} />
      <Credits reading={reading} words={words} />
      <QrCode text={frame.base + to(`${path}/${number}${signQuery(signed)}`)} class="qr" />
    </article>
  );
}

const signQuery = (signed: SignedBook | undefined, more = ""): string =>
  signed ? `?sign=${signed.tag}${more}` : "";

/** The largest thing on the page: one film, of a sentence, a word, or the whole page, that waits until it is pressed. */
function Stage(props: PageProps & { readonly signed: SignedBook }) {
  const { words, stage, signed } = props;
  const { signing, poster } = signed;
  if (!stage) return <p class="c7 stand">{words.notHere}</p>;
  const { clip, name } = stage;
  return (
    <section class="signer c7" id="signer" aria-label={words.bySigner(signing.signer.name)}>
      <div class="placed poster">
        {poster && (
          <img
            class="still"
            src={mediaPath(poster)}
            alt=""
            width={poster.width}
            height={poster.height}
            loading="lazy"
          />
        )}
        <p>
          <b>{name}</b>{" "}
          <bdi>{weighed(clip.bytes, Math.max(1, Math.round(clip.seconds)), words.lang)}</bdi>
        </p>
        <video
          controls
          playsinline
          loop={stage.part === "page" ? undefined : true}
          preload="none"
          poster={poster ? "data:,x" : undefined}
          src={clip.src}
          width={clip.width}
          height={clip.height}
          aria-label={name}
        >
          <a href={clip.src}>{name}</a>
        </video>
      </div>
      <p class="acts">
        {clip.light && (
          <a class="button quiet" href={clip.light.src}>
            {words.lighter} <bdi>{formatBytes(clip.light.bytes, words.lang)}</bdi>
          </a>
        )}
        {stage.part !== "page" && <WholePage {...props} stage={stage} />}
      </p>
    </section>
  );
}

/** To the page on which sentences light while they are signed: by the film of the whole book, or by light clips of this page. */
function WholePage(
  props: PageProps & { readonly signed: SignedBook; readonly stage: Staged },
): Html {
  const { reading, words, number, to, stage, signed } = props;
  const at = (play: string) =>
    to(`/books/${reading.book.slug}/${number}?sign=${signed.tag}&play=${play}#player`);
  const film = signed.films[0]!;
  const clips = stage.cues.flatMap((cue) => (cue ? [signed.clip(cue)] : []));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const says = (bytes: number, seconds: number | undefined) => (
    <bdi class="small">
      {weighed(bytes, seconds && Math.max(1, Math.round(seconds)), words.lang)}
    </bdi>
  );
  return (
    <>
      <a class="button" href={at("1")}>
        {words.seePage} {says(film.bytes, signed.signing.thing.film.seconds)}
      </a>
      {clips.every(({ light }) => light) && (
        <a class="button quiet" href={at("light")}>
          {words.seePageLight}{" "}
          {says(sum(clips.map(({ light }) => light!.bytes)), sum(clips.map((one) => one.seconds)))}
        </a>
      )}
    </>
  );
}

/** Each with its number, which is its key, too; the one whose film is shown is lit. */
function Sentences({ reading, words, number, stage, to }: PageProps) {
  const { book, text, signed } = reading;
  const page = text.pages[number - 1]!;
  if (page.lines.length === 0) return <></>;
  const at = (more: string) => to(`/books/${book.slug}/${number}${signQuery(signed, more)}#signer`);
  const paired = stage?.cues ?? [];
  return (
    <ol class="sentences">
      {page.lines.map((line, i) => {
        const id = sentenceId(number, i + 1);
        const cue = paired[i];
        const clip = cue && signed?.clip(cue);
        return (
          <li id={id} aria-current={stage?.sentence === id ? "true" : undefined}>
            <p {...inText(reading, words)}>
              {signed && cue ? <Marked signed={signed} id={id} line={line} at={at} /> : line}
            </p>
            {clip && (
              <a class="button quiet" href={at(`&line=${i + 1}`)}>
                {words.see(i + 1)}{" "}
                <bdi class="small">
                  {weighed(clip.bytes, Math.max(1, Math.round(clip.seconds)), words.lang)}
                </bdi>
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The sentence, in which each word that has a sign of its own leads to it. */
function Marked(props: {
  readonly signed: SignedBook;
  readonly id: string;
  readonly line: string;
  readonly at: (more: string) => string;
}) {
  const { signed, id, line, at } = props;
  const signs = signsIn(signed, id, line);
  let last = 0;
  const parts = signs.map(({ from, to, cue }) => {
    const before = line.slice(last, from);
    last = to;
    return (
      <>
        {before}
        <a href={at(`&word=${encodeURIComponent(cue.word!)}`)} data-word={cue.word}>
          {line.slice(from, to)}
        </a>
      </>
    );
  });
  return (
    <>
      {parts}
      {line.slice(last)}
    </>
  );
}

function Ways({ reading, words, number, to, stage, played }: PageProps) {
  const { book, text, signed } = reading;
  const last = text.pages.length;
  const query = signQuery(signed, stage?.part === "page" ? "&play=1" : "");
  const page = (n: number) => to(`/books/${book.slug}/${n}${query}`);
  return (
    <nav class="acts" aria-label={words.pagesTitle}>
      {number > 1 && !played && (
        <a class="button quiet" rel="prev" href={page(number - 1)}>
          {words.previous}
        </a>
      )}
      {number < last && !played && (
        <a class="button" rel="next" href={page(number + 1)}>
          {words.next}
        </a>
      )}
      <a class="button quiet" href={to(`/books/${book.slug}${signQuery(signed)}#pages`)}>
        {words.pagesTitle}
      </a>
    </nav>
  );
}

/** Who else signs it; where the signs follow other sentences than these, the way to those. */
function Others({ reading, words, number, to, stage, frame }: PageProps) {
  const { book, signed, signings } = reading;
  const path = `/books/${book.slug}/${number}`;
  const others = signings.filter(({ slug }) => slug !== signed?.signing.slug);
  const follows = signed?.signing.thing.follows ?? "";
  return (
    <>
      {signed && stage?.isApart && frame.languages.includes(follows) && (
        <p>
          {linked(
            words.follows(languageIn(follows, words.lang)),
            pathIn(frame, follows, path + signQuery(signed)),
          )}
        </p>
      )}
      {(others.length > 0 || signed) && (
        <p class="acts small">
          {others.length > 0 && <span>{words.signedToo}</span>}
          {others.map((one) => (
            <a class="button quiet" href={to(`${path}?sign=${tagOf(one)}`)}>
              {signLanguageName(one.thing.language, words.lang)}, {one.signer.name}
            </a>
          ))}
          {signed && (
            <a class="button quiet" href={to(path)}>
              {words.without}
            </a>
          )}
        </p>
      )}
    </>
  );
}
