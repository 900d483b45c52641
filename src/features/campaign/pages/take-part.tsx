/** Take part: the six doors, and how to go through them today. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { DOORS } from "./doors.tsx";

export interface Ways {
  readonly hashtag: string;
  /** A mail address of the campaign. */
  readonly contact?: string;
  /** The path of the page that names the operator. */
  readonly imprint?: string;
}

/** The doors that a form stands behind, by their id; each pledge has a form of its own. */
const FORMS: Readonly<Record<string, string>> = {
  ask: "/take-part/opportunity?kind=need",
  offer: "/take-part/opportunity",
  join: "/take-part/opportunity?kind=partner",
  measure: "/measure",
  figure: "/pledges",
};
const LINKS: Readonly<Record<string, string>> = {
  measure: "Measure it now",
  figure: "Choose the pledge",
};

export function TakePartPage(props: {
  readonly frame: Frame;
  readonly ways: Ways;
  readonly to: (path: string) => string;
}): Html {
  const { frame, ways, to } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Take part</h1>
        <p class="stand c8">
          Nothing that you send is published before a person has read it and you have agreed.
        </p>
      </header>
      <nav class="chips" aria-label="On this page">
        {DOORS.map(({ id, name }) => (
          <a href={`#${id}`}>{name}</a>
        ))}
      </nav>
      <section aria-labelledby="how">
        <h2 class="knot" id="how">
          How to reach us today
        </h2>
        <WaysToReach ways={ways} to={to} />
      </section>
      {rows(DOORS).map((row) => (
        <div class="row">
          {row.map(({ id, name, say }) => (
            <section class="c4" aria-labelledby={id}>
              <h2 class="mini" id={id}>
                {name}
              </h2>
              <p>{say}</p>
              {FORMS[id] !== undefined && (
                <p class="acts">
                  <a class="button" href={to(FORMS[id])}>
                    {LINKS[id] ?? "Use the form"}
                    <span class="vh">: {name}</span>
                  </a>
                </p>
              )}
              {ways.contact !== undefined && (
                <p class="acts">
                  <a class="button quiet" href={mail(ways.contact, `${name}: ${frame.name}`)}>
                    Write<span class="vh">: {name}</span>
                  </a>
                </p>
              )}
            </section>
          ))}
        </div>
      ))}
      <p class="aside">
        You choose the name under which you appear. You can take back what you sent at any time: the
        text goes, and the log keeps that something was withdrawn.
      </p>
    </>
  );
}

function WaysToReach({ ways, to }: { ways: Ways; to: (path: string) => string }) {
  const { contact, hashtag, imprint } = ways;
  return (
    <ul class="lines">
      {contact !== undefined && (
        <li>
          <a href={`mailto:${contact}`}>{contact}</a>
          <span class="small">by mail, in any language</span>
        </li>
      )}
      {hashtag !== "" && (
        <li>
          <b>#{hashtag}</b>
          <span class="small">in public, from any network that you are on</span>
        </li>
      )}
      {imprint !== undefined && (
        <li>
          <a href={to(imprint)}>The operator of this site</a>
          <span class="small">named in the imprint</span>
        </li>
      )}
      <li>
        <span>In person, on paper, by a neighbour</span>
        <span class="small">whoever brought you this page can pass it on</span>
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
