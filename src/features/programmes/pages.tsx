/** The page of a programme: what it does, in what figures, where and with whom. */
import type { Told } from "../../platform/texts/long.ts";
import { Markdown } from "../../platform/web/markdown.tsx";
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { Picture } from "../../platform/web/picture.tsx";
import type { Html, Related } from "../../platform/web/route.ts";
import { Sources } from "../../platform/web/sources.tsx";
import { languageName } from "../../platform/web/words.ts";
import { Section } from "../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import { partnerPath, type PartnerCard } from "../partners/api.ts";
import type { PlaceCard } from "../places/api.ts";
import { FigurePair } from "./figure.tsx";
import type { Programme } from "./records.ts";

interface ProgrammePageProps {
  readonly programme: Programme;
  readonly partners: readonly PartnerCard[];
  readonly places: readonly PlaceCard[];
  readonly related: readonly Related[];
  readonly lang: string;
  /** The language of the address, which the interface may lack. */
  readonly asked: string;
  readonly own: string;
  /** The language of its longer text. */
  readonly textLang: string;
  readonly told: Told;
  readonly to: (path: string) => string;
  /** Where the links of its text lead. */
  readonly link: (path: string) => string;
  /** Lighter files of the cover. */
  readonly ladder?: Ladder | undefined;
}

export function ProgrammeMain(props: ProgrammePageProps): Html {
  const { programme, partners, places, related, lang, own, textLang, told, to, link } = props;
  const words = wordsIn(lang);
  const written = foreign(own, lang);
  const titleLang = told.lang ?? own;
  const { title, summary, purpose, cover, figures, markdown, sources } = programme;
  return (
    <article>
      <header class="row head" {...foreign(titleLang, lang)}>
        <h1 class="c10">{title}</h1>
        <p class="stand c8">{summary}</p>
        {purpose !== summary && (
          <p class="c8" {...foreign(own, titleLang)}>
            {purpose}
          </p>
        )}
      </header>
      {cover && (
        <figure class="cover strip" {...written}>
          <Picture picture={cover} title={words.relief} inline ladder={props.ladder} />
          {cover.credit && (
            <figcaption>
              <small>{cover.credit}</small>
            </figcaption>
          )}
        </figure>
      )}
      <div class="row">
        <div class="c8">
          {textLang !== props.asked && (
            <p class="small">
              {filled(words.onlyIn, { language: spoken(textLang, lang, languageName(textLang)) })}
            </p>
          )}
          {told.behind && <p class="small">{words.behind}</p>}
          <div class="prose" {...foreign(textLang, lang)}>
            <Markdown text={markdown} lang={textLang} to={link} sources={sources?.length ?? 0} />
          </div>
        </div>
        <div class="r4">
          <Linked
            title={words.places}
            path={({ slug }) => `/places/${slug}`}
            cards={places}
            to={to}
          />
          <Linked title={words.organisations} path={partnerPath} cards={partners} to={to} />
          {figures && (
            <Section id="figures" title={words.figures} mini>
              <ul>
                {figures.map((figure) => (
                  <FigurePair figure={figure} lang={lang} own={own} to={to} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      {related.map((part) => part.html)}
      {sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={sources} lang={lang} />
        </Section>
      )}
    </article>
  );
}

function Linked<Card extends { readonly slug: string; readonly name: string }>(props: {
  readonly title: string;
  readonly path: (card: Card) => string;
  readonly cards: readonly Card[];
  readonly to: (path: string) => string;
}) {
  const { title, path, cards, to } = props;
  if (cards.length === 0) return <></>;
  return (
    <div>
      <h2 class="mini">{title}</h2>
      <ul class="lines">
        {cards.map((card) => (
          <li>
            <a href={to(path(card))}>{card.name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
