/** Take part: the six doors, and how to go through them today. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { makingAPledge } from "../../pledges/api.ts";
import { wordsIn, type CampaignWords } from "../words.ts";
import { DOORS, FORMS } from "./doors.tsx";

export interface Ways {
  readonly hashtag: string;
  /** A mail address of the campaign. */
  readonly contact?: string;
  /** The path of the page that names the operator. */
  readonly imprint?: string;
}

const LINKS: Readonly<Record<string, "measureNow" | "choosePledge">> = {
  measure: "measureNow",
  figure: "choosePledge",
};

export function TakePartPage(props: {
  readonly frame: Frame;
  readonly lang: string;
  readonly ways: Ways;
  readonly to: (path: string) => string;
}): Html {
  const { frame, ways, to } = props;
  const words = wordsIn(props.lang);
  const say = words.takePart;
  return (
    <>
      <PageHead title={words.front.takePart} stand={say.promise} />
      <nav class="chips" aria-label={say.onPage}>
        {DOORS.map((id) => (
          <a href={`#${id}`}>{words.doors[id].name}</a>
        ))}
      </nav>
      <Section id="how" title={say.reach}>
        <WaysToReach ways={ways} to={to} words={words} />
      </Section>
      {rows(DOORS).map((row) => (
        <div class="row">
          {row.map((id) => (
            <section class="c4" aria-labelledby={id}>
              <h2 class="mini" id={id}>
                {words.doors[id].name}
              </h2>
              <p>{words.doors[id].say}</p>
              <p class="acts">
                <a class="button" href={to(FORMS[id])}>
                  {id === "tell" ? (
                    words.doors.tell.name
                  ) : (
                    <>
                      {say[LINKS[id] ?? "form"]}
                      <span class="vh">: {words.doors[id].name}</span>
                    </>
                  )}
                </a>
              </p>
              {id === "join" && (
                <p class="acts">
                  <a class="button" href={to(makingAPledge.path)}>
                    {makingAPledge.words(props.lang)}
                  </a>
                </p>
              )}
              {ways.contact !== undefined && (
                <p class="acts">
                  <a
                    class="button quiet"
                    href={mail(ways.contact, `${words.doors[id].name}: ${frame.name}`)}
                  >
                    {say.write}
                    <span class="vh">: {words.doors[id].name}</span>
                  </a>
                </p>
              )}
            </section>
          ))}
        </div>
      ))}
      <p class="aside">{say.takeBack}</p>
    </>
  );
}

function WaysToReach(props: { ways: Ways; to: (path: string) => string; words: CampaignWords }) {
  const { ways, to } = props;
  const { contact, hashtag, imprint } = ways;
  const words = props.words.takePart;
  return (
    <ul class="lines">
      {contact !== undefined && (
        <li>
          <a href={`mailto:${contact}`}>{contact}</a>
          <span class="small">{words.byMail}</span>
        </li>
      )}
      {hashtag !== "" && (
        <li>
          <b>#{hashtag}</b>
          <span class="small">{words.inPublic}</span>
        </li>
      )}
      {imprint !== undefined && (
        <li>
          <a href={to(imprint)}>{words.operator}</a>
          <span class="small">{words.imprint}</span>
        </li>
      )}
      <li>
        <span>{words.inPerson}</span>
        <span class="small">{words.passedOn}</span>
      </li>
    </ul>
  );
}

const mail = (contact: string, subject: string): string =>
  `mailto:${contact}?subject=${encodeURIComponent(subject)}`;

/** Three a row, as wide screens show them. */
function rows<T>(all: readonly T[]): T[][] {
  return [all.slice(0, 3), all.slice(3)];
}
