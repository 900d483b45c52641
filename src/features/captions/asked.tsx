/** Who can be recognised in a photo, a film or a sound, and who asked them: answered, and changed, on its own page. Rule PH10. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import { readForm, type FormProblem } from "../../platform/web/form-body.ts";
import type { Html } from "../../platform/web/route.ts";
import { AskedAbout, askedFields, pictureWords, readAnswer, typedAnswer } from "../pictures/api.ts";
import { askPictures, picturesPart } from "../pictures/model.ts";

type Texts = Readonly<Record<string, string>>;

/** What the fields about a file hold. */
export async function answerTyped(db: Db, media: string): Promise<Texts> {
  const [answer] = await picturesPart.questions.answers(db, [media]);
  return answer ? typedAnswer(answer) : {};
}

/** @returns what does not fit, as it was typed; nothing where the answer is kept */
export async function takeAnswer(
  { instance, now }: Pick<Serving, "instance" | "now">,
  { req, account, lang }: Pick<DeskVisit, "req" | "account" | "lang">,
  media: string,
): Promise<{ typed: Texts; problems: Texts } | { unread: FormProblem } | undefined> {
  const { known, child, how } = askedFields(media);
  const form = await readForm(req, [known, child, how]);
  if ("problem" in form) return { unread: form.problem };
  const read = readAnswer(media, form.fields, pictureWords(lang));
  if ("problems" in read) return { typed: form.fields, problems: read.problems };
  await askPictures(instance.log.private).answer([{ ...read, by: account.name, at: now() }]);
  return undefined;
}

export function AskedForm(props: {
  readonly action: string;
  readonly media: string;
  readonly lang: string;
  readonly typed: Texts;
  readonly problems: Texts;
}): Html {
  const { action, media, lang, typed, problems } = props;
  const at = askedFields(media);
  const { asked: words } = pictureWords(lang);
  const isWrong = [at.known, at.child, at.how].some((name) => problems[name] !== undefined);
  return (
    <details open={isWrong || typed[at.known] === undefined}>
      <summary>{words.title}</summary>
      <form method="post" action={action} class="asking">
        <AskedAbout
          media={media}
          legend={words.file}
          lang={lang}
          typed={typed}
          problems={problems}
        />
        <p class="acts">
          <button type="submit" class="quiet">
            {words.keep}
          </button>
        </p>
      </form>
    </details>
  );
}
