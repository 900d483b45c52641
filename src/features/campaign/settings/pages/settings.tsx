/** The settings as owners see them: the campaign's words in one form, and beside it what has a form of its own. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { chromeIn, NAV } from "../../../../platform/web/chrome.ts";
import {
  Hint,
  Line,
  NothingSent,
  Problem,
  Said,
  Tick,
} from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { PageHead, Section } from "../../../../platform/web/heads.tsx";
import { languageName } from "../../../../platform/web/words.ts";
import type { Campaign } from "../../records.ts";
import { COLOUR } from "../../frame.ts";
import { contrast, PAPER, ratioText } from "../contrast.ts";
import type { Field } from "../fields.ts";
import { listField, LISTS, rowsShown, type List } from "../lists.ts";
import { frontWordsIn } from "../front-words.ts";
import { Beside, Logo, type BesideProps } from "./beside.tsx";
import { PurposeChoice, ZoneChoice } from "./choices.tsx";
import { Languages } from "./languages.tsx";
import { LookFrame, type LookedAt } from "./look.tsx";

interface SettingsProps extends BesideProps {
  readonly typed: Typed;
  readonly problems: Problems;
  readonly campaign: Campaign;
  readonly base: string;
  /** What was done last. */
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
  /** What is looked at. */
  readonly look?: LookedAt | undefined;
}

export function SettingsMain(props: SettingsProps): Html {
  const { words: w, lang, campaign, done, trouble, problems } = props;
  return (
    <>
      <PageHead title={w.title} stand={w.intro} tight />
      {done !== undefined && <Said>{done}</Said>}
      <NothingSent heading={w.nothingSaved} problems={problems} trouble={trouble} lang={lang} />
      {props.look !== undefined && <LookFrame look={props.look} words={frontWordsIn(lang)} />}
      <Sections {...props} />
      <p class="chips">
        <a href="/desk/front">{frontWordsIn(lang).title}</a>
        <a href="/desk/settings/versions">{frontWordsIn(lang).versions}</a>
        {campaign.languages.map(
          (one) =>
            one !== campaign.language && (
              <a href={`/desk/settings/languages/${one}`}>
                <span lang={one}>{languageName(one)}</span>
              </a>
            ),
        )}
      </p>
      <div class="row">
        <div class="c7">
          <Logo {...props} />
          <CampaignForm {...props} />
        </div>
        <div class="c5 branch">
          <Beside {...props} />
        </div>
      </div>
    </>
  );
}

function Sections({ words: w, campaign }: SettingsProps): Html {
  const { words, colour, goal, languages, topics, walks, navigation, lines, film } = w.groups;
  const all: readonly (readonly [id: string, title: string])[] = [
    ["logo-part", w.logo.title],
    ["colour", colour],
    ["words", words],
    ["goal", goal],
    ["languages-part", languages],
    ["topics", topics],
    ["walks", walks],
    ["navigation", navigation],
    ["lines", lines],
    ...(campaign.film ? [["film", film] as const] : []),
    ["pages", w.pages.title],
    ["domain", w.domain.title],
    ["mail", w.mail.title],
  ];
  return (
    <nav class="chips" aria-label={w.sections}>
      {all.map(([id, title]) => (
        <a href={`#${id}`}>{title}</a>
      ))}
    </nav>
  );
}

function CampaignForm(props: SettingsProps): Html {
  const { words: w, base } = props;
  const { hints } = w;
  const text = (name: Field, hint?: string, more: object = {}) => (
    <Line name={name} maxlength={500} typed={props.typed} problems={props.problems} {...more}>
      {w.fields[name]}
      {hint !== undefined && <Hint>{hint}</Hint>}
    </Line>
  );
  const needed = { required: true };
  const { lang, typed, problems } = props;
  const choosing = { words: w, lang, typed, problems };
  return (
    <form method="post" action="/desk/settings">
      <input type="hidden" name="base" value={base} />
      <Colours {...props} />
      <Group id="words" title={w.groups.words} save={w.save}>
        {text("name", undefined, needed)}
        {text("claim", undefined, needed)}
        <Text name="purpose" rows={4} required {...props} />
        {text("hashtag", undefined, needed)}
        <Text name="doGood" rows={3} required {...props} />
        <Text name="tellTheWorld" rows={3} required {...props} />
        {text("contact", hints.optional)}
        {text("answerDays", hints.answerDays, { inputmode: "numeric" })}
        {text("authorityName", hints.optional)}
        {text("authorityUrl", undefined, { inputmode: "url" })}
        <Text name="postalAddress" rows={4} hint={hints.lines} {...props} />
        {text("answerable", hints.privacy)}
      </Group>
      <Group id="goal" title={w.groups.goal} save={w.save}>
        <p>{hints.goal}</p>
        {text("goalStatement")}
        {text("goalMetric")}
        {text("goalUnit")}
        {text("goalTarget", undefined, { inputmode: "numeric" })}
        {text("goalFrom", hints.day)}
        {text("goalBy", hints.by)}
        <Text name="goalNote" rows={6} {...props} />
      </Group>
      <Group id="languages-part" title={w.groups.languages} save={w.save}>
        <Languages {...props} />
        <ZoneChoice {...choosing} />
      </Group>
      <Rows list="topics" {...props} />
      <Rows list="walks" {...props} />
      <Navigation {...props} />
      <Group id="lines" title={w.groups.lines} save={w.save}>
        <Text name="disclaimer" rows={3} required {...props} />
        <Text name="independence" rows={3} required {...props} />
        <Text name="legal" rows={6} hint={hints.lines} {...props} />
        <Text name="credits" rows={4} hint={hints.lines} {...props} />
        {text("licenceName", hints.optional)}
        {text("licenceUrl", undefined, { inputmode: "url" })}
        <PurposeChoice {...choosing} />
        {text("iatiReference", hints.reference)}
      </Group>
      {props.campaign.film && (
        <Group id="film" title={w.groups.film} save={w.save}>
          <p>{hints.film}</p>
          {text("filmTitle")}
          {text("filmCredit")}
          <Tick name="filmGone" typed={props.typed} problems={{}}>
            {w.filmGone}
          </Tick>
        </Group>
      )}
      <p class="acts">
        <button type="submit" class="quiet" formaction="/desk/settings/look">
          {frontWordsIn(props.lang).lookWords}
        </button>
      </p>
    </form>
  );
}

/** Each can be saved where it stands; one press saves them all. */
const Group = (props: {
  readonly id: string;
  readonly title: string;
  readonly save: string;
  readonly children?: unknown;
}): Html => (
  <Section id={props.id} title={props.title} mini>
    {props.children}
    <p class="acts">
      <button type="submit">{props.save}</button>
    </p>
  </Section>
);

function Colours({
  words: w,
  typed,
  problems,
  campaign: { colour = COLOUR },
}: SettingsProps): Html {
  const one = (name: "colourDay" | "colourNight", of: "day" | "night") => (
    <div class="field">
      <label for={name}>
        {w.fields[name]}
        <Hint>{w.ratio(colour[of], ratioText(contrast(colour[of], PAPER[of])))}</Hint>
      </label>
      <Problem of={name} called={w.fields[name]} problems={problems} />
      <input
        id={name}
        name={name}
        value={typed[name]}
        maxlength={7}
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        aria-invalid={problems[name] === undefined ? undefined : "true"}
        aria-describedby={problems[name] === undefined ? undefined : `${name}-problem`}
      />
    </div>
  );
  return (
    <Group id="colour" title={w.groups.colour} save={w.save}>
      <p>{w.ratioNeeds}</p>
      {one("colourDay", "day")}
      {one("colourNight", "night")}
    </Group>
  );
}

/** An id that stands is not worded anew: stories name it. */
function Rows({ list, words: w, typed, problems }: SettingsProps & { list: List }): Html {
  const labels: Readonly<Record<string, unknown>> = w.lists[list];
  return (
    <Group id={list} title={w.groups[list]} save={w.save}>
      <p>{w.hints.rows}</p>
      {Array.from({ length: rowsShown(typed, list) }, (_, row) => (
        <fieldset>
          <legend>{w.lists[list].row(row + 1)}</legend>
          {LISTS[list].map((key) => {
            const name = listField(list, row, key);
            if (key === "id") return <input type="hidden" name={name} value={typed[name] ?? ""} />;
            return (
              <Line name={name} typed={typed} problems={problems} maxlength={500}>
                {labels[key]}
              </Line>
            );
          })}
        </fieldset>
      ))}
      <Problem of={list} called={w.groups[list]} problems={problems} />
    </Group>
  );
}

function Navigation({ words: w, lang, typed, problems }: SettingsProps): Html {
  const { nav } = chromeIn(lang);
  return (
    <Group id="navigation" title={w.groups.navigation} save={w.save}>
      <p>{w.navigationHint}</p>
      {NAV.map((path) => (
        <Tick name={`nav-${path.slice(1)}`} typed={typed} problems={{}}>
          {nav[path]}
        </Tick>
      ))}
      <Problem of="navigation" called={w.groups.navigation} problems={problems} />
    </Group>
  );
}

function Text(
  props: Pick<SettingsProps, "words" | "typed" | "problems" | "campaign"> & {
    readonly name: Field;
    readonly rows: number;
    readonly required?: boolean;
    readonly hint?: string;
  },
): Html {
  const { words, typed, problems, name, rows, required, hint } = props;
  const wrong = problems[name] !== undefined;
  return (
    <div class="field">
      <label for={name}>
        {words.fields[name]}
        {hint !== undefined && <Hint>{hint}</Hint>}
      </label>
      <Problem of={name} called={words.fields[name]} problems={problems} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        lang={props.campaign.language}
        dir="auto"
        required={required}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${name}-problem` : undefined}
      >
        {typed[name] ?? ""}
      </textarea>
    </div>
  );
}
