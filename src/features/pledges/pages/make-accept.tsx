/** The desk publishes a pledge that was sent: whose it is, and the words that are to stand. Rule P53. */
import {
  Choice,
  Hint,
  Line,
  Problem,
  Tick,
  Words as Text,
} from "../../../platform/web/form-fields.tsx";
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { KINDS_IN_ORDER, kindWords } from "../../partners/api.ts";
import { begunWith } from "../make-commands.ts";
import { makeWordsIn, type MakeWords } from "../make-words.ts";

type Way = keyof MakeWords["accept"]["ways"];
const WAYS: readonly Way[] = ["new", "standing"];

export function AcceptMade(
  submission: Submission,
  { action, to, lang, typed: came, problems }: AcceptForm,
): Html {
  const words = makeWordsIn(lang);
  const { accept: say, form } = words;
  const way = WAYS.find((one) => one === came["as"]) ?? "new";
  const isPosted = Object.keys(came).length > 1; // what was typed comes back; a link names the way alone
  const typed = isPosted ? came : begunWith(submission);
  const field = { typed, problems };
  const kinds = ["person" as const, ...KINDS_IN_ORDER];
  return (
    <>
      <p class="chips" role="group" aria-label={say.whose}>
        {WAYS.map((one) => (
          <a href={to(one)} aria-current={one === way ? "true" : undefined}>
            {say.ways[one]}
          </a>
        ))}
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="as" value={way} />
        <Problem of="as" problems={problems} />
        {way === "new" ? (
          <>
            <Line name="name" required {...field}>
              {say.name}
            </Line>
            <Choice
              name="kind"
              options={kinds.map((kind) => [kind, kindWords(kind, lang)])}
              lang={lang}
              required
              {...field}
            >
              {say.kind}
            </Choice>
            <Line name="partner" required {...field}>
              {say.partner("/organisations/…")}
            </Line>
          </>
        ) : (
          <Line name="partner" required {...field}>
            {say.partnerStanding}
            <Hint>{say.standingHint}</Hint>
          </Line>
        )}
        <Line name="what" required {...field}>
          {say.titleOf}
        </Line>
        <Line name="summary" maxlength={1000} {...field}>
          {say.summary}
          <Hint>{say.summaryHint}</Hint>
        </Line>
        <Line name="metric" required {...field}>
          {say.metric}
        </Line>
        <Line name="value" inputmode="decimal" required {...field}>
          {say.value}
        </Line>
        <Line name="unit" required {...field}>
          {say.unit}
        </Line>
        <Line name="where" required {...field}>
          {form.where}
        </Line>
        <Line name="by" required {...field}>
          {say.by}
        </Line>
        <Text name="counting" rows={3} optional {...field}>
          {form.counting}
        </Text>
        <Line name="checking" {...field}>
          {form.checking}
        </Line>
        <Line name="slug" required {...field}>
          {say.slug("/pledges/…")}
        </Line>
        <Tick name="goal" {...field}>
          {say.goal}
        </Tick>
        <p class="acts">
          <button type="submit">{say.ways[way]}</button>
        </p>
      </form>
    </>
  );
}
