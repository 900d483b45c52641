/** The form by which a reader says that something is wrong, and the thanks. Rule MO14. */
import { Choice, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { PassOn, Thanks } from "../../../platform/web/thanks.tsx";
import { linked } from "../../../platform/words/inline.tsx";
import { Said, type Thing } from "../../conversation/api.ts";
import type { PublicWords } from "../public-words.ts";

export interface Reported {
  readonly comment?: { readonly name?: string | undefined; readonly text: string };
  readonly thing?: Thing;
}
export interface ReportProps {
  readonly reported?: Reported | undefined;
  readonly typed: Readonly<Partial<Record<"of" | "reason" | "text", string>>>;
  readonly problems?: Readonly<Record<string, string>>;
  readonly trouble?: string;
  readonly isDone?: boolean;
  readonly frame: Frame;
  readonly words: PublicWords;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function ReportMain(props: ReportProps): Html {
  const { reported, typed, problems = {}, trouble, isDone = false, words, lang, to } = props;
  const { report: w } = words;
  const rules = <p>{linked(w.rules, to("/conversation/rules"))}</p>;
  if (isDone)
    return (
      <>
        <Thanks title={w.thanks} next={w.next} />
        {rules}
        <PassOn frame={props.frame} lang={lang} />
      </>
    );
  if (!reported)
    return (
      <>
        <PageHead title={trouble ?? w.lost} />
        {rules}
      </>
    );
  const { comment, thing } = reported;
  return (
    <>
      <PageHead title={w.title} stand={w.lead} />
      <NothingSent problems={problems} trouble={trouble} lang={lang} />
      <p>
        {w.about} {thing && <a href={to(comment ? thing.thread : thing.path)}>{thing.title}</a>}
      </p>
      {comment && (
        <blockquote dir="auto">
          <p class="small">
            <bdi>{comment.name ?? w.somebody}</bdi>
          </p>
          <Said text={comment.text} />
        </blockquote>
      )}
      <form class="c7" method="post" action={to("/conversation/report")}>
        <input type="hidden" name="of" value={typed.of ?? ""} />
        <Choice
          name="reason"
          lang={lang}
          typed={typed}
          problems={problems}
          options={Object.entries(w.reasons)}
          required
        >
          {w.reason}
        </Choice>
        <div class="field">
          <label for="text">{w.text}</label>
          <Problem of="text" called={w.text} problems={problems} />
          <textarea id="text" name="text" rows={4} maxlength={1000} dir="auto">
            {typed.text ?? ""}
          </textarea>
        </div>
        <p class="acts">
          <button type="submit">{w.send}</button>
        </p>
      </form>
      {thing && <p>{linked(w.aboutMe, to(`/rights/ask?for=object&about=${thing.path}`))}</p>}
      {rules}
    </>
  );
}
