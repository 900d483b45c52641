/** Slow threads, and how people stand with the desk. */
import { Choice, Line } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Thing } from "../../conversation/api.ts";
import { STANDINGS, type Brake, type Talker } from "../../conversation/model.ts";
import type { ModerationWords } from "../words.ts";

interface DeskPeopleProps {
  readonly people: readonly Talker[];
  readonly slow: readonly (Brake & { readonly thing: Thing | undefined })[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly words: ModerationWords;
}

export function DeskPeople({ people, slow, typed, problems, words }: DeskPeopleProps): Html {
  const { people: w, lang } = words;
  return (
    <>
      <PlainHead title={w.title} />
      <Section id="slow" title={w.slow} mini>
        <p class="prose">{w.slowHint}</p>
        {slow.length === 0 ? <p>{w.none}</p> : <Slow slow={slow} words={words} />}
      </Section>
      <Section id="people" title={w.standing} mini>
        <p class="prose">{w.standingHint}</p>
        {people.length > 0 && (
          <ul class="lines">
            {people.map(({ who, standing }) => (
              <li>
                <a href={`/desk/conversation/people?who=${encodeURIComponent(who)}`}>
                  <bdi>{who}</bdi>
                </a>
                <small>{standing && words.standings[standing]}</small>
              </li>
            ))}
          </ul>
        )}
        <form class="c7" method="post" action="/desk/conversation/people">
          <Line name="who" type="url" maxlength={2000} typed={typed} problems={problems} required>
            {w.who}
          </Line>
          <Choice
            name="standing"
            lang={lang}
            typed={typed}
            problems={{}}
            none={w.hows[""]}
            options={STANDINGS.map((one) => [one, w.hows[one]] as const)}
          >
            {w.how}
          </Choice>
          <p class="acts">
            <button type="submit">{w.save}</button>
          </p>
        </form>
      </Section>
    </>
  );
}

function Slow({ slow, words }: Pick<DeskPeopleProps, "slow" | "words">) {
  const { people: w } = words;
  return (
    <ul class="lines">
      {slow.map(({ about, until, thing }) => (
        <li>
          <span>
            {thing ? <a href={thing.thread}>{thing.title}</a> : about}{" "}
            <small>{w.until(new Date(until).toISOString().slice(11, 16))}</small>
          </span>
          <form method="post" action="/desk/conversation/people/end">
            <input type="hidden" name="about" value={about} />
            <button type="submit" class="small quiet">
              {w.end(thing?.title ?? about)}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
