/** The settings as owners see them: the campaign's words in one form, and beside it what has a form of its own. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { chromeIn, NAV } from "../../../../platform/web/chrome.ts";
import { Hint, Line, NothingSent, Problem, Tick } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { Campaign } from "../../fold.ts";
import { COLOUR } from "../../frame.ts";
import { contrast, PAPER, ratioText } from "../contrast.ts";
import type { Field } from "../fields.ts";
import { Beside, type BesideProps } from "./beside.tsx";

export interface SettingsProps extends BesideProps {
  readonly typed: Typed;
  readonly problems: Problems;
  readonly campaign: Campaign;
  readonly base: string;
  /** What was done last. */
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
}

export function SettingsMain(props: SettingsProps): Html {
  const { words: w, done, trouble, problems } = props;
  return (
    <>
      <header class="row head tight">
        <h1 class="c10">{w.title}</h1>
        <p class="stand c8">{w.intro}</p>
      </header>
      {done !== undefined && (
        <p class="aside" role="status">
          {done}
        </p>
      )}
      <NothingSent heading={w.nothingSaved} problems={problems} trouble={trouble} />
      <div class="row">
        <CampaignForm {...props} />
        <div class="c5 branch">
          <Beside {...props} />
        </div>
      </div>
    </>
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
  return (
    <form class="c7" method="post" action="/desk/settings">
      <input type="hidden" name="base" value={base} />
      <Group id="words" title={w.groups.words}>
        {text("name", undefined, needed)}
        {text("claim", undefined, needed)}
        <Text name="purpose" rows={4} required {...props} />
        {text("hashtag", undefined, needed)}
        <Text name="doGood" rows={3} required {...props} />
        <Text name="tellTheWorld" rows={3} required {...props} />
        {text("contact", hints.optional)}
      </Group>
      <Colours {...props} />
      <Group id="goal" title={w.groups.goal}>
        <p>{hints.goal}</p>
        {text("goalStatement")}
        {text("goalMetric")}
        {text("goalUnit")}
        {text("goalTarget", undefined, { inputmode: "numeric" })}
        {text("goalFrom", hints.day)}
        {text("goalBy", hints.by)}
        <Text name="goalNote" rows={6} {...props} />
      </Group>
      <Group id="languages-part" title={w.groups.languages}>
        {text("language", hints.language, needed)}
        {text("languages", hints.languages, needed)}
      </Group>
      <Navigation {...props} />
      <Group id="lines" title={w.groups.lines}>
        <Text name="disclaimer" rows={3} required {...props} />
        <Text name="independence" rows={3} required {...props} />
        <Text name="legal" rows={6} hint={hints.lines} {...props} />
        <Text name="credits" rows={4} hint={hints.lines} {...props} />
      </Group>
      <p class="acts">
        <button type="submit">{w.save}</button>
      </p>
    </form>
  );
}

const Group = (props: {
  readonly id: string;
  readonly title: string;
  readonly children?: unknown;
}): Html => (
  <section aria-labelledby={props.id}>
    <h2 class="knot mini" id={props.id}>
      {props.title}
    </h2>
    {props.children}
  </section>
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
      <input
        id={name}
        name={name}
        type="color"
        value={typed[name]}
        aria-invalid={problems[name] === undefined ? undefined : "true"}
        aria-describedby={problems[name] === undefined ? undefined : `${name}-problem`}
      />
      <Problem of={name} problems={problems} />
    </div>
  );
  return (
    <Group id="colour" title={w.groups.colour}>
      <p>{w.ratioNeeds}</p>
      {one("colourDay", "day")}
      {one("colourNight", "night")}
    </Group>
  );
}

function Navigation({ words: w, lang, typed, problems }: SettingsProps): Html {
  const { nav } = chromeIn(lang);
  return (
    <Group id="navigation" title={w.groups.navigation}>
      <p>{w.navigationHint}</p>
      {NAV.map((path) => (
        <Tick name={`nav-${path.slice(1)}`} typed={typed} problems={{}}>
          {nav[path]}
        </Tick>
      ))}
      <Problem of="navigation" problems={problems} />
    </Group>
  );
}

function Text(
  props: Pick<SettingsProps, "words" | "typed" | "problems"> & {
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
      <textarea
        id={name}
        name={name}
        rows={rows}
        required={required}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${name}-problem` : undefined}
      >
        {typed[name] ?? ""}
      </textarea>
      <Problem of={name} problems={problems} />
    </div>
  );
}
