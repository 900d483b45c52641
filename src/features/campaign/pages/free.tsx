/** Free pages, and what stands at their addresses on a campaign that has yet to write them. */
import type { Frame } from "../../../platform/web/frame.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Campaign, FreePage } from "../fold.ts";

/** `note` stands under the text: that the campaign is independent of whom it names. */
export function WrittenPage({
  page,
  lang,
  note,
}: {
  page: FreePage;
  lang: string;
  note?: string;
}): Html {
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{page.title}</h1>
        {page.summary !== undefined && <p class="stand c8">{page.summary}</p>}
      </header>
      <div class="prose">
        <Markdown text={page.markdown} lang={lang} />
      </div>
      {note !== undefined && note !== "" && <p class="aside">{note}</p>}
    </article>
  );
}

export function DefaultAbout({
  campaign,
  frame,
  to,
}: {
  campaign: Campaign | undefined;
  frame: Frame;
  to: (path: string) => string;
}): Html {
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{frame.claim}</h1>
        <p class="stand c8">{frame.purpose}</p>
      </header>
      {campaign && (
        <div class="prose">
          <h2>Part one: do good</h2>
          <p>{campaign.doGood}</p>
          <p>
            <a href={to("/do-good")}>Programmes, asks and offers</a>
          </p>
          <h2>Part two: tell the world</h2>
          <p>{campaign.tellTheWorld}</p>
          <p>
            <a href={to("/stories")}>Stories</a>, <a href={to("/pledges")}>pledges</a>,{" "}
            <a href={to("/conversation")}>conversation</a>
          </p>
        </div>
      )}
      {frame.independence !== "" && <p class="aside">{frame.independence}</p>}
    </article>
  );
}

/** What is true of this software, whoever runs it. */
export function DefaultPrivacy({ to }: { to: (path: string) => string }): Html {
  return (
    <article>
      <header class="row head">
        <h1 class="c10">Privacy</h1>
        <p class="stand c8">Reading leaves no trace here.</p>
      </header>
      <div class="prose">
        <h2>When you read</h2>
        <ul>
          <li>No cookie is set, and no script is needed.</li>
          <li>
            Your browser asks one server, this one: no third-party request, no web font, no counter
            from elsewhere.
          </li>
          <li>
            Your network address is used to send you the page and is not kept. Nothing about readers
            is stored.
          </li>
          <li>
            Photos, sound and films come when you ask for them, with their weight on the button.
          </li>
        </ul>
        <h2>People in the stories</h2>
        <p>
          People are named in a documented public role, or by their own consent: for what, in which
          languages, until when. When a consent ends, what it covered is no longer shown.
        </p>
        <h2>Taking something back</h2>
        <p>
          What is erased goes from this site; the log keeps that something stood there and was
          withdrawn. To have something erased, <a href={to("/take-part")}>reach us here</a>.
        </p>
        <h2>Elsewhere</h2>
        <p>
          A source or a film on another site has that site’s rules. Whoever runs this copy may put
          other servers in front of it, which can have rules of their own.
        </p>
      </div>
    </article>
  );
}
