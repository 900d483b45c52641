/** A list of signatures on paper, written off at the desk. */
import { Choice, Hint, Line, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { MAX_NAME } from "../records.ts";
import type { PaperProblems, TypedPaper } from "../form.ts";
import type { LetterWords } from "../words.ts";
import { CountryChoice, KindChoice } from "./choices.tsx";

export interface PaperProps {
  readonly typed?: TypedPaper;
  readonly problems?: PaperProblems;
  readonly words: LetterWords;
}

export function PaperForm({ typed = {}, problems = {}, words }: PaperProps): Html {
  const { paper } = words;
  const field = { typed, problems };
  return (
    <Section id="paper" title={paper.title} mini>
      <p>{paper.lead}</p>
      <NothingSent problems={problems} lang={words.lang} />
      <form class="c7" method="post" action="/desk/letter/paper">
        <div class="field">
          <label for="list">
            {paper.list}
            <Hint>{paper.listHint}</Hint>
          </label>
          <Problem of="list" called={paper.list} problems={problems} />
          <textarea id="list" name="list" rows={8} required dir="auto">
            {typed.list ?? ""}
          </textarea>
        </div>
        <KindChoice words={words} {...field} />
        <CountryChoice words={words} {...field} />
        <Choice
          name="where"
          options={[
            ["desk", paper.wheres.desk],
            ["hub", paper.wheres.hub],
          ]}
          lang={words.lang}
          required
          {...field}
        >
          {paper.where}
        </Choice>
        <Line name="by" maxlength={MAX_NAME} required {...field}>
          {paper.by}
          <Hint>{paper.byHint}</Hint>
        </Line>
        <p class="acts field">
          <button type="submit">{paper.send}</button>
        </p>
      </form>
    </Section>
  );
}
