/** Events at the desk. */
import {
  Choice,
  Group,
  Hint,
  Line,
  NothingSent,
  Tick,
  Words as Text,
} from "../../../platform/web/form-fields.tsx";
import { LanguageLine } from "../../../platform/web/language-field.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { TICKS, type Typed } from "../form.ts";
import type { EventList } from "../queries.ts";
import { timeWords } from "../words.ts";
import type { Words } from "../words.ts";
import { zones } from "../zones.ts";

export function EventsDesk(props: {
  readonly words: Words["desk"];
  /** What stands where there is no event. */
  readonly none: string;
  readonly lang: string;
  /** The campaign's language: of an event that names none. */
  readonly own: string;
  readonly events: EventList;
}): Html {
  const { words, none, lang, own, events } = props;
  const all = [...events.coming, ...events.past];
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {all.length === 0 ? (
        <p class="wanted">{none}</p>
      ) : (
        <ul class="lines">
          {all.map(({ slug, event }) => (
            <li>
              <a href={`/desk/events/${slug}`} {...foreign(event.language ?? own, lang)}>
                {event.title}
              </a>
              <small>
                {timeWords(event, lang)}
                {event.cancelled && `, ${words.cancelled}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p class="acts">
        <a class="button" href="/desk/events/new">
          {words.announce}
        </a>
      </p>
    </>
  );
}

interface FormProps {
  readonly words: Words["desk"];
  readonly lang: string;
  /** Of the event that is changed. */
  readonly slug?: string;
  /** The campaign's language, in which partners are called. */
  readonly own: string;
  readonly places: readonly (readonly [slug: string, name: string])[];
  readonly partners: {
    readonly ticks: readonly (readonly [slug: string, name: string])[];
    /** There are others, which are typed. */
    readonly isMore: boolean;
  };
  readonly typed: Typed;
  readonly problems?: Readonly<Record<string, string>>;
}

export function EventForm(props: FormProps): Html {
  const { words, lang, slug, places, typed, problems = {} } = props;
  const field = { typed, problems };
  return (
    <>
      <PageHead title={slug === undefined ? words.announce : words.edit} />
      <NothingSent problems={problems} lang={lang} />
      <form method="post" class="row">
        <div class="c7">
          <Line name="title" {...field} required>
            {words.name}
          </Line>
          {slug === undefined && (
            <Line name="slug" maxlength={80} {...field}>
              {words.slug}
              <Hint>{words.slugHint}</Hint>
            </Line>
          )}
          <Text name="summary" rows={4} {...field}>
            {words.summary}
          </Text>
          <Line name="start" type="datetime-local" {...field} required>
            {words.start}
            <Hint>{words.whenHint}</Hint>
          </Line>
          <Line name="end" type="datetime-local" {...field} required>
            {words.end}
          </Line>
          <Line name="zone" maxlength={60} list="zones" {...field}>
            {words.zone}
            <Hint>{words.zoneHint}</Hint>
          </Line>
          <datalist id="zones">
            {zones().map((one) => (
              <option value={one} />
            ))}
          </datalist>
          <Choice name="place" options={places} none={words.noPlace} {...field}>
            {words.place}
          </Choice>
          <Line name="address" {...field}>
            {words.address}
          </Line>
          <LanguageLine name="language" lang={lang} {...field}>
            {words.language}
          </LanguageLine>
          <Line name="link" type="url" maxlength={2000} {...field}>
            {words.link}
          </Line>
          <Partners {...props} />
          <Tick name="cancelled" {...field}>
            {words.cancelled}
          </Tick>
          <p class="acts field">
            <button type="submit">{slug === undefined ? words.send : words.save}</button>
          </p>
        </div>
      </form>
      {slug !== undefined && (
        <form method="post">
          <input type="hidden" name="do" value="withdraw" />
          <Tick name="sure" typed={{}} problems={{}} required>
            {words.withdrawSure}
          </Tick>
          <p class="acts">
            <button type="submit" class="quiet">
              {words.withdraw}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

/** Those there are, each with a tick; a field for others only where there are too many. */
function Partners({ words, own, lang, partners, typed, problems = {} }: FormProps): Html {
  const { ticks, isMore } = partners;
  const left = typed.partners ?? "";
  if (ticks.length === 0 && left === "") return <></>;
  return (
    <Group name="who" legend={words.partners} problems={problems}>
      {ticks.map(([slug, name]) => (
        <label class="tick">
          <input
            type="checkbox"
            name={TICKS + slug}
            value="yes"
            checked={typed[`${TICKS}${slug}`] === "yes"}
          />{" "}
          <bdi {...foreign(own, lang)}>{name}</bdi>
        </label>
      ))}
      {(isMore || left !== "") && (
        <Line name="partners" typed={typed} problems={problems}>
          {words.otherPartners}
          <Hint>{words.partnersHint}</Hint>
        </Line>
      )}
    </Group>
  );
}
