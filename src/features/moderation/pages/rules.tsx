/** How we talk, who decides, and how to appeal: what everybody can hold the desk to. */
import type { Html } from "../../../platform/web/route.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { linked } from "../../../platform/words/inline.tsx";
import type { SectionRule } from "../../conversation/model.ts";
import type { PublicWords } from "../public-words.ts";

export function RulesMain(props: {
  readonly words: PublicWords;
  readonly sections: Readonly<Record<string, SectionRule>>;
  readonly reasons: readonly string[];
  readonly to: (path: string) => string;
}): Html {
  const { sections, reasons, to } = props;
  const { rules: w } = props.words;
  return (
    <>
      <PageHead title={w.title} stand={w.lead} />
      <Part id="how" heading={w.how}>
        <ol>
          {w.asks.map((ask) => (
            <li>{ask}</li>
          ))}
        </ol>
      </Part>
      <Part id="who" heading={w.who}>
        <p>{w.decides}</p>
      </Part>
      <Part id="sections" heading={w.sections}>
        <ul>
          {Object.entries(w.section).map(([section, name]) => (
            <li>
              {name}: {w.rule[sections[section] ?? "first"]}.
            </li>
          ))}
        </ul>
      </Part>
      <Part id="why" heading={w.why}>
        <p>{w.whyLead}</p>
        <ul>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      </Part>
      <Part id="appeal" heading={w.appeal}>
        <p>{w.appealHow}</p>
      </Part>
      <Part id="wrong" heading={w.wrong}>
        <p>{w.wrongHow}</p>
      </Part>
      <Part id="slow" heading={w.slow}>
        <p>{w.slowHow}</p>
        <p>{linked(w.numbers, to("/conversation/numbers"))}</p>
      </Part>
    </>
  );
}

function Part(props: {
  readonly id: string;
  readonly heading: string;
  readonly children: unknown;
}) {
  return (
    <Section id={props.id} title={props.heading} mini>
      <div class="prose">{props.children}</div>
    </Section>
  );
}
