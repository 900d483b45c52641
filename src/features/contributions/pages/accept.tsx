/** The desk's form that makes a draft of what was sent: under which address, title and summary. Rule T9. */
import { Hint, Line } from "../../../platform/web/form-fields.tsx";
import { LanguageLine } from "../../../platform/web/language-field.tsx";
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { suggested } from "../draft.ts";
import type { Contribution } from "../form.ts";
import { SEEN } from "../files-at-desk.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { wordsIn } from "../words.ts";
import { nameOf } from "./files.tsx";
import { Lacking } from "./lacking.tsx";

export function AcceptStory(
  { about, id }: Submission,
  { action, lang, typed, problems }: AcceptForm,
): Html {
  const told = JSON.parse(about) as Contribution;
  const fields = { typed: { ...suggested(told, id), ...typed }, problems };
  const all = wordsIn(lang);
  const words = all.accept;
  return (
    <form method="post" action={action}>
      {told.files.length > 0 && (
        <ul class="lines">
          {told.files.map(({ id: file, bytes }, i) => (
            <li>
              <a href={`${SEEN}/${file}`}>{nameOf(all, told.files, i)}</a>
              <span class="small">{all.isHere(formatBytes(bytes, all.lang))}</span>
            </li>
          ))}
        </ul>
      )}
      <Lacking told={told} words={all} />
      {told.people.length === 0 && <p class="aside">{words.nobody}</p>}
      <Line name="slug" maxlength={80} {...fields}>
        {words.address}
        <Hint>{words.addressHint}</Hint>
      </Line>
      <Line name="title" required {...fields}>
        {words.title}
      </Line>
      <Line name="summary" required maxlength={500} {...fields}>
        {words.summary}
      </Line>
      <Line name="category" required {...fields}>
        {words.sort}
      </Line>
      <LanguageLine name="language" lang={lang} required {...fields}>
        {words.language}
        <Hint>{told.lang === undefined ? words.languageUnsaid : words.languageHint}</Hint>
      </LanguageLine>
      <p class="acts">
        <button type="submit">{words.button}</button>
      </p>
    </form>
  );
}
