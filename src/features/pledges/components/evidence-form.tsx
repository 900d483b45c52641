/** Figures of this instance as evidence under a pledge: first what is chosen and what would be said, then the button. */
import { Choice } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";

interface EvidenceFormProps {
  readonly words: Readonly<
    Record<
      | "lang"
      | "title"
      | "lead"
      | "none"
      | "noPledge"
      | "which"
      | "pledge"
      | "choose"
      | "look"
      | "wouldSay"
      | "publish",
      string
    >
  >;
  /** Where it is asked and said. */
  readonly part: string;
  /** What could be said, by its value in the form. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly pledges: readonly { readonly slug: string; readonly name: string }[];
  readonly chosen: { readonly of: string; readonly pledge: string };
  readonly trouble?: string | undefined;
  /** What would be said; nothing where nothing is chosen. */
  readonly children?: unknown;
  /** What is shown is not said: there is no button. */
  readonly isNotSaid?: boolean;
}

export function EvidenceForm(props: EvidenceFormProps): Html {
  const { words, part, options, pledges, chosen, trouble, children, isNotSaid = false } = props;
  const form = { typed: { ...chosen }, problems: {}, lang: words.lang };
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {trouble !== undefined && (
        <p class="status" role="alert">
          {trouble}
        </p>
      )}
      {options.length === 0 && <p>{words.none}</p>}
      {pledges.length === 0 && <p>{words.noPledge}</p>}
      {options.length > 0 && pledges.length > 0 && (
        <form method="get" action={part}>
          <Choice {...form} name="of" options={options} required none={words.choose}>
            {words.which}
          </Choice>
          <Choice
            {...form}
            name="pledge"
            options={pledges.map(({ slug, name }) => [slug, name] as const)}
            required
            none={words.choose}
          >
            {words.pledge}
          </Choice>
          <p class="acts">
            <button class="button quiet" type="submit">
              {words.look}
            </button>
          </p>
        </form>
      )}
      {children !== undefined && (
        <Section id="would" title={words.wouldSay}>
          {children}
          {!isNotSaid && (
            <form method="post" action={part}>
              <input type="hidden" name="of" value={chosen.of} />
              <input type="hidden" name="pledge" value={chosen.pledge} />
              <p class="acts">
                <button class="button" type="submit">
                  {words.publish}
                </button>
              </p>
            </form>
          )}
        </Section>
      )}
    </>
  );
}
