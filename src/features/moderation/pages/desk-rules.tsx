/** What each section allows, and the lists of words and links, at the desk. */
import { Choice, Line, Problem } from "../../../platform/web/form-fields.tsx";
import { LanguageLine } from "../../../platform/web/language-field.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import { SPACES_WITH_THREADS } from "../../conversation/api.ts";
import {
  type TalkRules,
  LIST_ACTS,
  SECTION_RULES,
  type ListLine,
} from "../../conversation/model.ts";
import type { ModerationWords } from "../words.ts";

export const SECTIONS = [...SPACES_WITH_THREADS, "room"] as const;

interface DeskRulesProps {
  readonly rules: TalkRules;
  /** Whether whoever looks may set what a section allows. */
  readonly maySet: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly words: ModerationWords;
}

export function DeskRules(props: DeskRulesProps): Html {
  const { rules: w } = props.words;
  return (
    <>
      <PlainHead title={w.title} />
      <Section id="sections" title={w.sections} mini>
        <Sections {...props} />
      </Section>
      <Section id="lists" title={w.lists} mini>
        <p class="prose">{w.listsHint}</p>
        <Lists {...props} />
        <Add {...props} />
      </Section>
    </>
  );
}

function Sections({ rules, maySet, typed, problems, words }: DeskRulesProps) {
  const { rules: w } = words;
  if (!maySet)
    return (
      <>
        <ul>
          {SECTIONS.map((one) => (
            <li>
              {w.section[one]}: {w.rule[rules.sections[one] ?? "first"]}
            </li>
          ))}
        </ul>
        <p class="small">{w.sectionsHint}</p>
      </>
    );
  return (
    <form class="c7" method="post" action="/desk/conversation/rules">
      {SECTIONS.map((one) => (
        <Choice
          name={one}
          lang={words.lang}
          typed={{ [one]: rules.sections[one] ?? "first", ...typed }}
          problems={{}}
          options={SECTION_RULES.map((rule) => [rule, w.rule[rule]] as const)}
          required
        >
          {w.section[one]}
        </Choice>
      ))}
      <Line
        name="trusted"
        inputmode="numeric"
        maxlength={4}
        typed={{ trusted: String(rules.trustedAfter), ...typed }}
        problems={problems}
        required
      >
        {w.trustedAfter}
      </Line>
      <p class="acts">
        <button type="submit">{w.save}</button>
      </p>
    </form>
  );
}

function Lists({ rules: { lists }, words }: DeskRulesProps) {
  const { rules: w } = words;
  if (lists.length === 0) return <p>{w.none}</p>;
  return (
    <>
      {LIST_ACTS.map((act) => {
        const own = lists.filter(({ does }) => does === act);
        if (own.length === 0) return null;
        return (
          <>
            <h3>{w.acts[act]}</h3>
            <ul class="lines">
              {own.map((line) => (
                <Listed line={line} words={words} />
              ))}
            </ul>
          </>
        );
      })}
    </>
  );
}

function Listed({ line, words }: { readonly line: ListLine; readonly words: ModerationWords }) {
  const { id, text, sort, lang } = line;
  const { rules: w } = words;
  return (
    <li>
      <span>
        <bdi>{text}</bdi> <small>{sort === "link" ? w.sorts.link : lang}</small>
      </span>
      <form method="post" action="/desk/conversation/rules/remove">
        <input type="hidden" name="id" value={id} />
        <button type="submit" class="small quiet">
          {w.remove(text)}
        </button>
      </form>
    </li>
  );
}

function Add({ typed, problems, words }: DeskRulesProps) {
  const { rules: w, lang } = words;
  return (
    <form class="c7" method="post" action="/desk/conversation/rules/add">
      <div class="field">
        <label for="text">{w.text}</label>
        <Problem of="text" called={w.text} problems={problems} />
        <textarea id="text" name="text" rows={4} dir="auto" required>
          {typed["text"] ?? ""}
        </textarea>
      </div>
      <Choice
        name="sort"
        {...{ lang, problems: {} }}
        typed={{ sort: "word", ...typed }}
        options={Object.entries(w.sorts)}
        required
      >
        {w.sort}
      </Choice>
      <LanguageLine name="lang" lang={words.lang} typed={typed} problems={problems}>
        {w.language}
      </LanguageLine>
      <Choice
        name="does"
        {...{ lang, problems: {} }}
        typed={{ does: "hold", ...typed }}
        options={LIST_ACTS.map((act) => [act, w.acts[act]] as const)}
        required
      >
        {w.does}
      </Choice>
      <p class="acts">
        <button type="submit">{w.add}</button>
      </p>
    </form>
  );
}
