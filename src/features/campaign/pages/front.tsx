/** The front page: what a stranger meets, in the order in which it is told. */
import { pathIn } from "../../../platform/web/frame.ts";
import { HowHonest } from "../../../platform/web/honest.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { WorldMap } from "../../places/feature.ts";
import { Opportunities, ProgrammeCells } from "../../programmes/feature.ts";
import { Doors } from "./doors.tsx";
import type { FrontProps } from "./props.ts";
import { GoalAndPledges } from "./goal.tsx";
import { Lead } from "./lead.tsx";
import { Walks } from "./walks.tsx";

export function FrontPage({ front, request }: Omit<FrontProps, "to">): Html {
  const { frame, lang } = request;
  const to = (path: string) => pathIn(frame, lang, path);
  const props = { front, request, to };
  return (
    <>
      <header class="row head">
        <h1 class="c8">{frame.claim}</h1>
        <div class="r4">
          <p class="stand">{frame.purpose}</p>
          {frame.hashtag !== "" && (
            <p>
              <a class="more" href={to("/conversation")}>
                #{frame.hashtag}
              </a>
            </p>
          )}
        </div>
      </header>
      <Lead {...props} />
      <DoGood {...props} />
      <Walks {...props} />
      <GoalAndPledges {...props} />
      <Conversation {...props} />
      {front.event}
      <section aria-labelledby="tp">
        <h2 class="knot" id="tp">
          Take part
        </h2>
        <Doors to={to} />
      </section>
      <HowHonest log={to("/log")} />
      <p class="chips">
        <a class="more" href={to("/privacy")}>
          Privacy
        </a>
      </p>
    </>
  );
}

function DoGood({ front, request, to }: FrontProps) {
  const { campaign, programmes, places, partners } = front;
  return (
    <section aria-labelledby="dg">
      <h2 class="knot" id="dg">
        Do good
      </h2>
      {campaign && <p class="stand">{campaign.doGood}</p>}
      <ProgrammeCells programmes={programmes} lang={request.lang} to={to} />
      {places.length > 0 && (
        <div class="row">
          <WorldMap places={places} to={to} />
        </div>
      )}
      <Opportunities partners={partners} to={to} />
      <p>
        <a class="more" href={to("/do-good")}>
          All programmes, asks, offers and places
        </a>
      </p>
    </section>
  );
}

function Conversation({ request, to }: FrontProps) {
  const { topics, hashtag } = request.frame;
  if (topics.length === 0) return <></>;
  return (
    <section aria-labelledby="cv">
      <h2 class="knot" id="cv">
        Conversation
      </h2>
      <ul class="lines topics">
        {topics.map(({ id, name, question }) => (
          <li>
            <a href={`${to("/conversation")}#${id}`}>{name}</a>
            <span>{question}</span>
          </li>
        ))}
      </ul>
      <p>
        <a class="more" href={to("/conversation")}>
          {hashtag === "" ? "Join in" : `Join in, with #${hashtag}`}
        </a>
      </p>
    </section>
  );
}
