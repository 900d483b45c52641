/** The form by which anybody makes a pledge: plain, without script, without an account. Rule P50. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Tick,
  Words,
} from "../../../platform/web/form-fields.tsx";
import type { Again, InLanguage } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { WhatNext } from "../../../platform/web/what-next.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import { MAKE_PATH } from "../make.ts";
import { makeWordsIn } from "../make-words.ts";

/** What few say at once; the desk asks for it. */
const MORE = ["counting", "checking"] as const;
const isSaid = (name: string, { typed, problems }: Pick<Again, "typed" | "problems">): boolean =>
  (typed[name] ?? "") !== "" || problems?.[name] !== undefined;

export function MakeMain({
  typed,
  problems = {},
  trouble,
  lang: asked,
  to,
}: Again & InLanguage): Html {
  const words = makeWordsIn(asked);
  const { form, sorts, lang } = words;
  const field = { typed, problems };
  return (
    <>
      <PageHead title={words.title} stand={words.about} />
      <NothingSent problems={problems} trouble={trouble} lang={lang} />
      <div class="row">
        <form class="c7" method="post" action={to(MAKE_PATH)}>
          <section aria-label={words.title}>
            <input type="hidden" name="id" value={typed["id"]} />
            <Choice name="sort" options={Object.entries(sorts)} lang={lang} required {...field}>
              {form.sort}
            </Choice>
            <Line name="name" autocomplete="name" required {...field}>
              {form.name}
              <Hint>{form.nameHint}</Hint>
            </Line>
            <Line name="organisation" autocomplete="organization" {...field}>
              {form.organisation}
              <Hint>{form.organisationHint}</Hint>
            </Line>
            <Line name="what" required {...field}>
              {form.what}
              <Hint>{form.whatHint}</Hint>
            </Line>
            <Line name="value" inputmode="decimal" required {...field}>
              {form.value}
              <Hint>{form.valueHint}</Hint>
            </Line>
            <Line name="unit" {...field}>
              {form.unit}
              <Hint>{form.unitHint}</Hint>
            </Line>
            <Line name="where" required {...field}>
              {form.where}
              <Hint>{form.whereHint}</Hint>
            </Line>
            <Line name="by" required {...field}>
              {form.by}
              <Hint>{form.byHint}</Hint>
            </Line>
            <details class="media" open={MORE.some((name) => isSaid(name, field))}>
              <summary>{form.more}</summary>
              <Words name="counting" rows={4} optional {...field}>
                {form.counting}
                <Hint>{form.countingHint}</Hint>
              </Words>
              <Line name="checking" {...field}>
                {form.checking}
                <Hint>{form.checkingHint}</Hint>
              </Line>
            </details>
            <Line name="contact" {...field}>
              {form.contact}
              <Hint>{form.contactHint}</Hint>
            </Line>
            <Tick name="agree" required {...field}>
              {form.agree}
            </Tick>
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
