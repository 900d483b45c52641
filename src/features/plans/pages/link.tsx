/** A link of a reader's own: two ends, two masts, and what stands between them. Rules PN17 and PN18. */
import { mediaPath } from "../../../platform/web/picture.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, timeOn2G } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { positionIn, radiosOf, type Drawn, type Typed } from "../link-form.ts";
import { endsOf } from "../ends.ts";
import { linkJudge } from "../script.ts";
import { linkWords } from "../link-words.ts";
import type { PlanCard } from "../queries.ts";
import type { PlanWords } from "../words.ts";
import { PlanMap } from "./map.tsx";
import { rounded, type Shown } from "../parts.tsx";
import { Profile } from "./profile.tsx";

interface LinkProps extends Shown {
  readonly card: PlanCard;
  /** What the script and a phone that keeps the page need: its own path. */
  readonly script: string;
  readonly typed: Typed;
  /** What the server worked out. */
  readonly drawn?: Drawn | undefined;
}

export function LinkMain(props: LinkProps): Html {
  const { card, words, own, to } = props;
  const { plan, slug } = card;
  return (
    <article>
      <header class="row head tight">
        <h1 class="c10">{words.link.title}</h1>
        <p class="stand c8">{plan.ground ? words.link.lead : words.link.noGround}</p>
        <p class="meta c8">
          <a href={to(`/plans/${slug}`)} {...foreign(own, words.lang)}>
            {plan.title}
          </a>
        </p>
      </header>
      {plan.ground && (
        <>
          <div class="row">
            <PlanMap plan={plan} words={words} asked={props.drawn?.ends ?? []} />
            <div class="r4">
              <Form {...props} />
            </div>
          </div>
          <Result {...props} />
        </>
      )}
    </article>
  );
}

function Form({ card: { plan, slug }, script, typed, drawn, words, to }: LinkProps) {
  const { link } = words;
  const ground = plan.ground!;
  const named = endsOf(plan);
  const known = {
    words: linkWords(words),
    bounds: plan.bounds,
    ends: Object.fromEntries(named),
    radios: radiosOf(plan),
  };
  const weight = `${formatBytes(ground.bytes, words.lang)} · ${timeOn2G(ground.bytes, words.lang)}`;
  return (
    <form
      id="link"
      method="get"
      action={to(`/plans/${slug}/drawn`)}
      data-link={JSON.stringify(known)}
      data-ground={mediaPath(ground)}
      data-judge={linkJudge.path}
      data-whole={`${script} ${linkJudge.path} ${mediaPath(ground)}`}
    >
      <End name="from" value={typed.from} label={link.from} hint={link.endHint(positionIn(plan))} />
      <Number name="from-mast" value={typed["from-mast"]} label={link.mastFrom} />
      <End name="to" value={typed.to} label={link.to} />
      <Number name="to-mast" value={typed["to-mast"]} label={link.mastTo} />
      <Number name="mhz" value={typed.mhz} label={link.mhz} />
      <datalist id="ends">
        {named.map(([name]) => (
          <option value={name} />
        ))}
      </datalist>
      <p class="acts">
        <button type="submit">
          {link.draw}
          {drawn === undefined && ` · ${weight}`}
        </button>
      </p>
      <div id="serving" hidden>
        <button type="submit" class="quiet" id="by-server">
          {link.byServer}
        </button>
      </div>
      <div id="keeping" hidden>
        <button type="button" class="quiet" id="keep">
          {link.keep}
        </button>
      </div>
    </form>
  );
}

function End(props: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}) {
  return (
    <div class="field">
      <label for={props.name}>
        {props.label}
        {props.hint !== undefined && <span class="hint">{props.hint}</span>}
      </label>
      <input
        id={props.name}
        name={props.name}
        value={props.value}
        list="ends"
        maxlength={200}
        autocomplete="off"
        required
        dir="auto"
      />
    </div>
  );
}

function Number(props: { readonly name: string; readonly value: string; readonly label: string }) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        value={props.value}
        inputmode="decimal"
        maxlength={12}
        autocomplete="off"
        required
        dir="ltr"
      />
    </div>
  );
}

function Result({ card: { plan }, drawn, words }: LinkProps) {
  const { link } = words;
  const values = drawn?.values ?? {};
  const lines = [
    ["length", link.lengthIs],
    ["free", link.free],
    ["added", link.added],
    ["air", link.air],
    ["whole", link.whole],
    ...(radiosOf(plan).length > 0
      ? ([
          ["level", link.level],
          ["margin", link.margin],
        ] as const)
      : []),
  ] as const;
  return (
    <>
      <p class="stand" id="verdict" role="status">
        {drawn?.verdict}
      </p>
      <p class="stand" id="doubt">
        {drawn?.doubt}
      </p>
      <div id="drawn" hidden={drawn?.way === undefined}>
        <div class="row">
          <Profile way={drawn?.way} title={link.title} caption={link.estimate} words={words} />
          <div class="r4">
            <dl class="facts">
              {lines.map(([id, name]) => (
                <>
                  <dt>{name}</dt>
                  <dd>
                    <span class="fig claimed" id={`value-${id}`}>
                      {values[id]}
                    </span>
                  </dd>
                </>
              ))}
            </dl>
          </div>
        </div>
      </div>
      <p class="small">{link.resolution(resolutionOf(plan, words))}</p>
    </>
  );
}

/** Metres from height to height, north to south. */
function resolutionOf({ ground, bounds, terrain }: PlanCard["plan"], words: PlanWords): string {
  const metresADegree = 111_195; // on a sphere of 6,371 km
  const rows = ground?.height ?? 0;
  const metres =
    rows > 1
      ? ((bounds[2] - bounds[0]) * metresADegree) / (rows - 1)
      : ((terrain[0]?.arcSeconds ?? 3) / 3600) * metresADegree;
  return rounded(metres, words, 0);
}
