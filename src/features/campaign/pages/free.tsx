/** Free pages, and what stands at their addresses on a campaign that has yet to write them. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign, linked } from "../../../platform/words/inline.tsx";
import type { CampaignWords } from "../words.ts";
import type { Campaign } from "../records.ts";

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
      <Section id="credits" title={words.about.credits} mini>
        <ul class="lines" {...foreign(frame.own, words.lang)}>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
