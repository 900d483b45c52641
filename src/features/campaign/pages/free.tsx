/** Free pages, and what stands at their addresses on a campaign that has yet to write them. */
import type { Frame } from "../../../platform/web/frame.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { languageName } from "../../../platform/web/words.ts";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { wordsIn, type CampaignWords } from "../words.ts";
import type { Campaign, FreePage } from "../fold.ts";

/** `note` stands under the text: that the campaign is independent of whom it names. */
export function WrittenPage({
  page,
  lang,
  around = lang,
  asked = around,
  behind,
  to,
  note,
}: {
  page: FreePage;
  lang: string;
  /** The language of what stands around it. */
  around?: string;
  /** That of the address, which the interface may lack. */
  asked?: string;
  /** It is a translation of what the page said before. */
  behind?: boolean | undefined;
  /** Where its links to this site lead. */
  to?: (path: string) => string;
  note?: string;
}): Html {
  const { free } = wordsIn(around);
  return (
    <article {...foreign(lang, around)}>
      <header class="row head">
        <h1 class="c10">{page.title}</h1>
        {page.summary !== undefined && <p class="stand c8">{page.summary}</p>}
        {lang !== asked && (
          <p class="small c8" {...foreign(around, lang)}>
            {filled(free.onlyIn, { language: spoken(lang, around, languageName(lang)) })}
          </p>
        )}
        {behind && (
          <p class="small c8" {...foreign(around, lang)}>
            {free.behind}
          </p>
        )}
      </header>
      <div class="prose">
        <Markdown
          text={page.markdown}
          lang={lang}
          {...(to && { to })}
          picture={(name) => page.pictures?.find((one) => one.name === name)}
        />
      </div>
      {note !== undefined && note !== "" && (
        <p class="aside" {...foreign(around, lang)}>
          {note}
        </p>
      )}
    </article>
  );
}

export function DefaultAbout({
  campaign,
  frame,
  words,
  to,
}: {
  campaign: Campaign | undefined;
  frame: Frame;
  words: CampaignWords;
  to: (path: string) => string;
}): Html {
  const own = foreign(frame.own, words.lang);
  const say = words.about;
  return (
    <article>
      <header class="row head" {...own}>
        <h1 class="c10">{frame.claim}</h1>
        <p class="stand c8">{frame.purpose}</p>
      </header>
      {campaign && (
        <div class="prose">
          <h2>{say.partOne}</h2>
          <p {...own}>{campaign.doGood}</p>
          <p>
            <a href={to("/do-good")}>{say.programmes}</a>
          </p>
          <h2>{say.partTwo}</h2>
          <p {...own}>{campaign.tellTheWorld}</p>
          <p>{linked(say.links, to("/stories"), to("/pledges"), to("/conversation"))}</p>
        </div>
      )}
      {frame.independence !== "" && (
        <p class="aside" {...own}>
          {frame.independence}
        </p>
      )}
    </article>
  );
}

/** Under the about page, whoever wrote it: whose the data and the names are that pages show. */
export function UnderCredits(props: {
  readonly page: Html;
  readonly frame: Frame;
  readonly words: CampaignWords;
}): Html {
  const { page, frame, words } = props;
  const lines = [...frame.credits, ...frame.legal];
  if (lines.length === 0) return page;
  return (
    <>
      {page}
      <section aria-labelledby="credits">
        <h2 class="knot mini" id="credits">
          {words.about.credits}
        </h2>
        <ul class="lines" {...foreign(frame.own, words.lang)}>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is true of this software, whoever runs it. */
export function DefaultPrivacy({
  to,
  words: { privacy },
}: {
  to: (path: string) => string;
  words: CampaignWords;
}): Html {
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{privacy.title}</h1>
        <p class="stand c8">{privacy.summary}</p>
      </header>
      <div class="prose">
        <h2>{privacy.reading}</h2>
        <ul>
          {privacy.readingIs.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <h2>{privacy.people}</h2>
        <p>{privacy.peopleAre}</p>
        <h2>{privacy.takingBack}</h2>
        <p>{linked(privacy.takingBackIs, to("/take-part"))}</p>
        <h2>{privacy.elsewhere}</h2>
        <p>{privacy.elsewhereIs}</p>
      </div>
    </article>
  );
}
