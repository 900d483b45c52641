/** The page on which a newsletter is written and sent. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Problem,
  Said,
  Words,
} from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { languageName } from "../../choice.ts";
import { PARTS } from "../../records.ts";
import { MAX_SUMMARY, MAX_TITLE, MAX_WORDS, saidIn, type DraftPart } from "../draft.ts";
import { partKey } from "../finding.ts";
import { nameOf } from "./list.tsx";
import { shownAt } from "../../../../engines/calendar/zone.ts";
import { addressOf, type ComposeProps, type DoneWord } from "./props.ts";
import { Sending, Waiting } from "./sending.tsx";

export function Compose(props: ComposeProps): Html {
  const { words, lang, row, draft, problems, trouble, done } = props;
  const { desk } = words;
  const title = saidIn(draft, draft.language).title;
  return (
    <>
      <header class="head tight">
        <h1 dir="auto">{title === "" ? desk.untitled : title}</h1>
        <p class="meta">
          <span>{desk.states[row.state]}</span>
          <a href="/desk/newsletters">{desk.back}</a>
        </p>
      </header>
      {done && <Said>{doneWords(props, done)}</Said>}
      <NothingSent heading={desk.notDone} problems={problems} trouble={trouble} lang={lang} />
      {row.state === "draft" ? <Writing {...props} /> : <Waiting {...props} />}
    </>
  );
}

function doneWords({ words: { desk }, row, zone }: ComposeProps, done: DoneWord): string {
  if (done !== "scheduled") return desk[done];
  return desk.goesOut(row.due === null ? "" : shownAt(row.due, zone), nameOf(zone));
}

function Writing(props: ComposeProps): Html {
  const { words, lang, row, draft, writing, languages, problems } = props;
  const { desk } = words;
  const said = saidIn(draft, writing);
  const typed = { title: said.title, summary: said.summary };
  const at = addressOf(props);
  const written = draft.parts.filter((part) => part.words !== undefined);
  return (
    <>
      {languages.length > 1 && (
        <section aria-labelledby="languages">
          <h2 class="knot mini" id="languages">
            {desk.language}
          </h2>
          <p class="chips">
            {languages.map((one) => (
              <a href={`${at}?lang=${one}`} aria-current={one === writing ? "page" : undefined}>
                {languageName(one, lang)}
              </a>
            ))}
          </p>
          <p>
            <small>{desk.languageHint}</small>
          </p>
        </section>
      )}
      <form method="post" action={at}>
        <input type="hidden" name="version" value={String(row.version)} />
        <input type="hidden" name="lang" value={writing} />
        <input type="hidden" name="ids" value={written.map(({ id }) => id).join(" ")} />
        <section aria-label={desk.head}>
          {/* the first button is the one that the enter key presses */}
          <p class="acts">
            <button type="submit" name="do" value="save">
              {desk.save}
            </button>
            <a href={`${at}/preview?lang=${writing}`}>{desk.preview}</a>
          </p>
          <Line name="title" maxlength={MAX_TITLE} typed={typed} problems={problems}>
            {desk.subject}
            <Hint>{desk.subjectHint}</Hint>
          </Line>
          <Words
            name="summary"
            rows={2}
            most={MAX_SUMMARY}
            optional
            typed={typed}
            problems={problems}
          >
            {desk.summary}
            <Hint>{desk.summaryHint}</Hint>
          </Words>
        </section>
        <Section id="parts" title={desk.parts} mini>
          {draft.parts.map((part, i) => (
            <PartForm {...props} part={part} n={i + 1} at={written.indexOf(part)} />
          ))}
          {draft.removed && (
            <p class="acts">
              <span>{desk.removed}</span>
              <button type="submit" name="do" value="back" class="quiet">
                {desk.putBack}
              </button>
            </p>
          )}
          <p class="acts">
            <button type="submit" name="do" value="words" class="quiet">
              {desk.addWords}
            </button>
          </p>
        </Section>
        <Finding {...props} />
        <p class="acts">
          <button type="submit" name="do" value="save">
            {desk.save}
          </button>
        </p>
      </form>
      <Sending {...props} />
    </>
  );
}

function PartForm(
  props: ComposeProps & { readonly part: DraftPart; readonly n: number; readonly at: number },
) {
  const { words, draft, writing, titles, problems, part, n, at } = props;
  const { desk } = words;
  const sort = PARTS.find((one) => part[one] !== undefined) ?? "words";
  const isLast = n === draft.parts.length;
  return (
    <fieldset id={`part-${part.id}`}>
      <legend>
        {desk.part(n)}: {desk.sorts[sort]}
      </legend>
      {sort === "words" ? (
        <PartWords
          name={`words${at}`}
          id={`words-${part.id}`}
          text={saidIn(draft, writing).words[part.id] ?? ""}
          problems={problems}
          label={desk.words(n)}
          hint={desk.wordsHint}
        />
      ) : (
        <p dir="auto">{titles.get(partKey(part) ?? "") ?? desk.lost}</p>
      )}
      <p class="acts">
        {n > 1 && (
          <button type="submit" name="do" value={`up ${part.id}`} class="quiet">
            {desk.up(n)}
          </button>
        )}
        {!isLast && (
          <button type="submit" name="do" value={`down ${part.id}`} class="quiet">
            {desk.down(n)}
          </button>
        )}
        <button type="submit" name="do" value={`remove ${part.id}`} class="quiet">
          {desk.remove(n)}
        </button>
      </p>
    </fieldset>
  );
}

/** The field is named by its place and known by its part, so that words find their part whatever was moved. */
function PartWords(props: {
  readonly name: string;
  readonly id: string;
  readonly text: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly label: string;
  readonly hint: string;
}) {
  const { name, id, text, problems, label, hint } = props;
  const wrong = problems[id] !== undefined;
  return (
    <div class="field">
      <label for={id}>
        {label}
        <Hint>{hint}</Hint>
      </label>
      <Problem of={id} called={label} problems={problems} />
      <textarea
        id={id}
        name={name}
        rows={8}
        maxlength={MAX_WORDS}
        dir="auto"
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${id}-problem` : undefined}
      >
        {text}
      </textarea>
    </div>
  );
}

function Finding({ words: { desk }, lang, typed, found }: ComposeProps) {
  const asked = { sort: typed?.sort || "story", name: typed?.name ?? "" };
  return (
    <Section id="find" title={desk.find} mini>
      <Choice
        name="sort"
        lang={lang}
        typed={asked}
        problems={{}}
        options={(["story", "event", "pledge", "photo"] as const).map((one) => [
          one,
          desk.sorts[one],
        ])}
      >
        {desk.sort}
      </Choice>
      <Line name="name" maxlength={100} typed={asked} problems={{}}>
        {desk.name}
        <Hint>{desk.nameHint}</Hint>
      </Line>
      <p class="acts">
        <button type="submit" name="do" value="find" class="quiet">
          {desk.search}
        </button>
      </p>
      {found && (
        <div role="status" tabindex={-1} autofocus>
          {found.length === 0 ? (
            <p>{asked.name === "" ? desk.foundNothing : desk.foundNone}</p>
          ) : (
            <ul class="lines" aria-label={desk.found}>
              {found.map(({ sort, value, title }) => (
                <li>
                  <span dir="auto">{title}</span>
                  <button
                    type="submit"
                    name="do"
                    value={`add ${sort} ${value}`}
                    class="quiet"
                    aria-label={desk.add(title)}
                  >
                    {desk.addIt}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Section>
  );
}
