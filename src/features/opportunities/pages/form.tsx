/** The form by which anybody asks or offers: plain, without script, without an account. Rule O1. */
import { WhatNext } from "../../../platform/web/what-next.tsx";
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Problem,
  Tick,
  Words,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Field, Problems } from "../sent.ts";
import { WISHES, type OpportunityWords } from "../words.ts";

export interface FormProps {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  readonly problems?: Problems;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
  readonly words: OpportunityWords;
  readonly to: (path: string) => string;
}

export function FormMain(props: FormProps): Html {
  const { typed, problems = {}, trouble, words, to } = props;
  const { form, lang } = words;
  const field = { typed, problems };
  return (
    <>
      <PageHead title={form.title} stand={form.about} />
      <NothingSent problems={problems} trouble={trouble} lang={lang} />
      <div class="row">
        <form class="c7" method="post" action={to("/take-part/opportunity")}>
          <section aria-label={form.title}>
            <Choice
              name="kind"
              options={WISHES.map((wish) => [wish, words.wishes[wish]])}
              lang={lang}
              {...field}
              required
            >
              {form.kind}
            </Choice>
            <Line name="place" {...field} required>
              {form.place}
              <Hint>{form.placeHint}</Hint>
            </Line>
            <Line name="country" {...field}>
              {form.country}
            </Line>
            <Words name="words" rows={6} {...field}>
              {form.words}
              <Hint>{form.wordsHint}</Hint>
            </Words>
            <Line name="distance" {...field} inputmode="numeric">
              {form.distance}
            </Line>
            <Line name="contact" {...field}>
              {form.contact}
              <Hint>{form.contactHint}</Hint>
            </Line>
            <Line name="language" {...field}>
              {form.language}
            </Line>
            <details class="media" open={Boolean(typed.lat || typed.lon)}>
              <summary>{form.position}</summary>
              <Line name="lat" {...field}>
                {form.north}
                <Hint>{form.northHint}</Hint>
              </Line>
              <Line name="lon" {...field}>
                {form.east}
                <Hint>{form.eastHint}</Hint>
              </Line>
            </details>
            <Tick name="agree" {...field}>
              {form.agree}
            </Tick>
            {typed.about && <input type="hidden" name="about" value={typed.about} />}
            <Problem of="about" problems={problems} />
            <p class="acts field">
              <button type="submit">{form.send}</button>
            </p>
          </section>
        </form>
        <WhatNext heading={form.next} steps={form.steps} />
      </div>
    </>
  );
}
