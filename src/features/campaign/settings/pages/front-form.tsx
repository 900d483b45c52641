/** The arrangement of the front page as a form: what stands where, who leads, what is asked for. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { chromeIn, NAV } from "../../../../platform/web/chrome.ts";
import {
  Choice,
  Line,
  NothingSent,
  Problem,
  Said,
  Tick,
  Words,
} from "../../../../platform/web/form-fields.tsx";
import { PageNames, type PagesByName } from "../../../../platform/web/pages-by-name.tsx";
import { PageHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { Campaign } from "../../records.ts";
import { CHOSEN, FRONT_BLOCKS, INVITATIONS } from "../../records.ts";
import type { Choices } from "../choices.ts";
import {
  ASKED,
  askedField,
  type Asked,
  PICKED,
  pickField,
  placeField,
  walkField,
  type Picked,
} from "../front-fields.ts";
import type { FrontWords } from "../front-words.ts";
import { LookFrame, type LookedAt } from "./look.tsx";

interface Props {
  readonly words: FrontWords;
  readonly lang: string;
  readonly campaign: Campaign;
  readonly choices: Choices;
  /** Where a link may lead. */
  readonly pages: PagesByName;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly base: string;
  readonly trouble?: string | undefined;
  /** Whether earlier versions are theirs. */
  readonly mayBringBack: boolean;
  /** What was done last. */
  readonly done?: string | undefined;
  /** What is looked at. */
  readonly look?: LookedAt | undefined;
}

export function FrontForm(props: Props): Html {
  const { words: w, lang, problems, trouble, done, look, base } = props;
  return (
    <>
      <PageHead title={w.title} stand={w.intro} tight />
      {done !== undefined && <Said>{done}</Said>}
      <NothingSent heading={w.nothingSaved} problems={problems} trouble={trouble} lang={lang} />
      {look !== undefined && <LookFrame look={look} words={w} />}
      <form method="post" action="/desk/front">
        <input type="hidden" name="base" value={base} />
        <div class="row">
          <div class="c7">
            <Chosen {...props} />
            {(Object.keys(ASKED) as Asked[]).map((group) => (
              <AskedFor {...props} group={group} />
            ))}
            <Invitations {...props} />
          </div>
          <div class="c5 branch">
            <Places {...props} />
          </div>
        </div>
        <p class="acts">
          <button type="submit">{w.save}</button>
          <button type="submit" class="quiet" formaction="/desk/front/look">
            {w.look}
          </button>
          {props.mayBringBack && <a href="/desk/settings/versions">{w.versions}</a>}
        </p>
      </form>
    </>
  );
}

const MOST = 200; // names in a list; whoever types another one whole is understood

function Chosen(props: Props): Html {
  const { words: w, choices, campaign } = props;
  const lists = Object.keys(PICKED) as Picked[];
  return (
    <Section id="choose" title={w.choose} mini>
      <p>{w.chooseHow}</p>
      <Pick name="lead" list="known-stories" {...props}>
        {w.lead}
      </Pick>
      <Pick name="reached" list="known-stories" {...props}>
        {w.reached}
      </Pick>
      {lists.map((list) =>
        Array.from({ length: CHOSEN[list] }, (_, n) => (
          <Pick name={pickField(list, n)} list={`known-${PICKED[list]}`} {...props}>
            {w.picked[list](n + 1)}
          </Pick>
        )),
      )}
      {Object.entries(choices).map(([space, of]) => (
        <datalist id={`known-${space}`} lang={campaign.language}>
          {[...of.values()].slice(0, MOST).map((name) => (
            <option value={name} />
          ))}
        </datalist>
      ))}
    </Section>
  );
}

function Pick(
  props: Props & { readonly name: string; readonly list: string; readonly children: unknown },
): Html {
  const { name, list, typed, problems, campaign, children } = props;
  const isWrong = problems[name] !== undefined;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <Problem of={name} called={children} problems={problems} />
      <input
        id={name}
        name={name}
        value={typed[name] ?? ""}
        list={list}
        maxlength={1100}
        autocomplete="off"
        lang={campaign.language}
        dir="auto"
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? `${name}-problem` : undefined}
      />
    </div>
  );
}

/** What is asked for this week and this month, and the number: a field for each part. */
function AskedFor(props: Props & { readonly group: Asked }): Html {
  const { words: w, typed, problems, group, campaign, lang } = props;
  return (
    <Section id={`asked-${group}`} title={w.groups[group]} mini>
      <p>{w.groupHints[group]}</p>
      {ASKED[group].map((part) => {
        const name = askedField(group, part) as keyof FrontWords["parts"];
        const own = { name, typed, problems };
        const label = w.parts[name];
        if (part === "topic")
          return (
            <Choice
              {...own}
              lang={lang}
              options={campaign.topics.map((one) => [one.id, one.name, campaign.language])}
            >
              {label}
            </Choice>
          );
        if (part === "came" || part === "answers" || name === "week-says")
          return (
            <Words {...own} rows={3} most={5000} optional>
              {label}
            </Words>
          );
        if (part === "from" || part === "until")
          return (
            <Line {...own} type="date">
              {label}
            </Line>
          );
        return (
          <Line {...own} maxlength={500} {...(part === "to" && { list: "page-names" })}>
            {label}
          </Line>
        );
      })}
    </Section>
  );
}

function Invitations(props: Props): Html {
  const { words: w, campaign, typed, problems } = props;
  return (
    <Section id="asked" title={w.asked} mini>
      <p>{w.askedHint}</p>
      {INVITATIONS.map((one) => (
        <Tick name={one} typed={typed} problems={problems}>
          {w.invitations[one]}
        </Tick>
      ))}
      <fieldset>
        <legend>{w.askedWalks}</legend>
        {campaign.walks.map(({ many }, n) => (
          <Tick name={walkField(n)} typed={typed} problems={problems}>
            <span lang={campaign.language}>{many}</span>
          </Tick>
        ))}
      </fieldset>
    </Section>
  );
}

function Places(props: Props): Html {
  const { words: w, lang, typed, problems } = props;
  const { nav } = chromeIn(lang);
  const placed = (all: number) =>
    Array.from({ length: all }, (_, i) => [String(i + 1), w.place(i + 1, all)] as const);
  return (
    <>
      <Section id="blocks" title={w.blocksTitle} mini>
        <p>{w.blocksHint}</p>
        {FRONT_BLOCKS.map((block) => (
          <Choice
            name={placeField("block", block)}
            typed={typed}
            problems={problems}
            none={w.hidden}
            options={placed(FRONT_BLOCKS.length)}
          >
            {w.blocks[block]}
          </Choice>
        ))}
      </Section>
      <Section id="navigation" title={w.navigation} mini>
        {NAV.map((path) => (
          <Choice
            name={placeField("part", path.slice(1))}
            typed={typed}
            problems={problems}
            none={w.hidden}
            options={placed(NAV.length)}
          >
            {nav[path]}
          </Choice>
        ))}
        <h3 class="mini">{w.link}</h3>
        <p>{w.linkHint}</p>
        <Line name="linkText" typed={typed} problems={problems} maxlength={30}>
          {w.linkWords}
        </Line>
        <Line name="linkTo" typed={typed} problems={problems} maxlength={2000} list="page-names">
          {w.linkAddress}
        </Line>
        <PageNames id="page-names" pages={props.pages} />
      </Section>
    </>
  );
}
