/** The settings of a region: where lines are, what may be built, and for how much. Rule PN93. */
import { CATALOGUE_CURRENCY } from "../../../engines/costs/catalogue/catalogue.ts";
import {
  Choice,
  Group,
  Hint,
  Line,
  Tick,
  Words as Text,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { RegionAtDesk, Typed } from "../regions-kept.ts";
import { accessRadios, gateOf, LINK, linkRadios, NUMBERS } from "../regions-fields.ts";
import type { Problems } from "../regions-settings.ts";
import type { RegionWords } from "../region-words.ts";

interface Props {
  readonly words: RegionWords;
  readonly region: RegionAtDesk;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly at: string;
}
type Field = { readonly typed: Typed; readonly problems: Problems };

/** One form for all of it. @param props.at where it is sent */
export function RegionForm(props: Props): Html {
  const { words, region, typed, problems, at } = props;
  const field = { typed, problems };
  return (
    <form method="post" action={at}>
      <h2 class="knot mini">{words.settings}</h2>
      <p>{words.settingsIs}</p>
      <fieldset>
        <legend>{words.money}</legend>
        <Number name="budget" {...field} hint={words.budgetHint}>
          {words.budget}
        </Number>
        <Line name="currency" maxlength={3} {...field} required>
          {words.currency} <Hint>{words.currencyHint}</Hint>
        </Line>
        <Number name="rate" {...field}>
          {words.rate(CATALOGUE_CURRENCY)}
        </Number>
        <Line name="rateDay" type="date" {...field}>
          {words.rateDay}
        </Line>
        <Number name="years" {...field}>
          {words.years}
        </Number>
        <Number name="discount" {...field}>
          {words.discount}
        </Number>
      </fieldset>
      <Gateways {...props} />
      <Radios words={words} {...field} />
      <fieldset>
        <legend>{words.whichPlaces}</legend>
        <Number name="fewest" {...field}>
          {words.fewest}
        </Number>
        <Number name="most" {...field}>
          {words.most}
        </Number>
        <Line name="asOf" {...field}>
          {words.asOf} <Hint>{words.asOfHint}</Hint>
        </Line>
        <Line name="placesTitle" {...field}>
          {words.placesTitle}
        </Line>
      </fieldset>
      <Demand words={words} {...field} />
      <Air words={words} {...field} />
      <fieldset>
        <legend>{words.about}</legend>
        <Line name="title" {...field} required>
          {words.planTitle}
        </Line>
        <Text name="summary" rows={3} {...field}>
          {words.summary}
        </Text>
        <Line name="by" {...field} required>
          {words.by}
        </Line>
        <Line name="ground" maxlength={300} {...field} required>
          {words.ground}
        </Line>
        <Line name="licence" {...field}>
          {words.licence}
        </Line>
        <Number name="seconds" {...field}>
          {words.seconds}
        </Number>
      </fieldset>
      <p class="acts">
        <button type="submit">{words.make}</button>
        {region.runs && <a href={`${at}/plan`}>{words.result}</a>}
      </p>
    </form>
  );
}

function Number(
  props: Field & {
    readonly name: keyof typeof NUMBERS;
    readonly hint?: string;
    readonly children: unknown;
  },
): Html {
  const { name, hint, children, typed, problems } = props;
  return (
    <Line
      name={name}
      typed={typed}
      problems={problems}
      {...(NUMBERS[name].from >= 0 && { inputmode: "decimal" })}
      required={!("optional" in NUMBERS[name])}
      maxlength={30}
    >
      {children}
      {hint !== undefined && <Hint> {hint}</Hint>}
    </Line>
  );
}

function Gateways({ words, region, typed, problems }: Props) {
  const field = { typed, problems };
  return (
    <fieldset>
      <legend>{words.gates}</legend>
      <p>{words.gatesHint}</p>
      {(region.layers?.places?.largest ?? []).map((place) => (
        <Tick name={gateOf(place)} {...field}>
          <bdi>{place.name}</bdi>
        </Tick>
      ))}
      <Text name="gateways" rows={3} optional {...field}>
        {words.gateways} <Hint>{words.gatewaysHint}</Hint>
      </Text>
      <Number name="mast" {...field}>
        {words.mast}
      </Number>
      <Number name="uplink" {...field}>
        {words.uplink}
      </Number>
    </fieldset>
  );
}

function Radios({ words, ...field }: Field & { readonly words: RegionWords }) {
  return (
    <fieldset>
      <legend>{words.masts}</legend>
      <Choice
        name="access"
        options={accessRadios.map(({ id, name }) => [id, name, "en"] as const)}
        lang={words.lang}
        required
        {...field}
      >
        {words.access}
      </Choice>
      <Number name="reach" {...field}>
        {words.reach}
      </Number>
      <Number name="reliability" {...field}>
        {words.reliability}
      </Number>
      <Group name="links" legend={words.links} problems={field.problems}>
        {linkRadios.map(({ id, name }) => (
          <Tick name={LINK + id} {...field}>
            <bdi lang="en">{name}</bdi>
          </Tick>
        ))}
      </Group>
      <Number name="hopReach" {...field}>
        {words.hopReach}
      </Number>
      <Number name="hops" {...field}>
        {words.hops}
      </Number>
      <Line name="masts" {...field} required>
        {words.mastHeights}
      </Line>
      <Number name="summits" {...field}>
        {words.summits}
      </Number>
    </fieldset>
  );
}

function Demand({ words, ...field }: Field & { readonly words: RegionWords }) {
  return (
    <fieldset>
      <legend>{words.demand}</legend>
      {(["household", "takeUp", "mbps", "sun"] as const).map((name) => (
        <Number name={name} {...field}>
          {words[name]}
        </Number>
      ))}
    </fieldset>
  );
}

function Air({ words, ...field }: Field & { readonly words: RegionWords }) {
  return (
    <fieldset>
      <legend>{words.air}</legend>
      <p>{words.airIs}</p>
      <Number name="rain" {...field}>
        {words.rain}
      </Number>
      <Number name="gradient" {...field} hint={words.gradientHint}>
        {words.gradient}
      </Number>
      <Line name="airTitle" {...field}>
        {words.airTitle}
      </Line>
      <Line name="airUrl" type="url" maxlength={500} {...field}>
        {words.airUrl}
      </Line>
      <Number name="availability" {...field}>
        {words.availability}
      </Number>
    </fieldset>
  );
}
