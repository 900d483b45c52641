/** The pages of an instance that holds nothing yet. */
import { Hint, Said, Tick } from "../../web/form-fields.tsx";
import { PageHead } from "../../web/heads.tsx";
import { headerPolicy } from "../../web/headers.ts";
import { lookOf } from "../../web/look.ts";
import type { Html } from "../../web/route.ts";
import { directionOf } from "../../web/words.ts";
import { withEnglish } from "../../words/with-english.ts";
import type { SetupWords } from "./words.ts";

export type Trouble = keyof SetupWords["why"];

const COLOUR = { day: "#a3340a", night: "#ff9c66" }; // of the house: no campaign has said its own

/** A whole document, and the policy that it is sent with. */
export async function documentOf(
  words: SetupWords,
  main: Html,
): Promise<{ readonly html: string; readonly policy: string }> {
  const { lang, title } = words;
  const opening = `<html lang="${lang}" dir="${directionOf(lang)}">`;
  const body = withEnglish(
    `<body><div class="sheet"><main id="main">${String(await main)}</main></div></body></html>`,
  );
  const [look] = lookOf(COLOUR, opening + body);
  const head = `<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><style>${look!.css}</style></head>`;
  return {
    html: `<!doctype html>${opening}${head}${body}`,
    policy: headerPolicy("").forStyle(look!.hash),
  };
}

export function SetupMain(props: {
  readonly words: SetupWords;
  readonly trouble?: Trouble | undefined;
  /** What was found, as the program says it. */
  readonly detail?: string | undefined;
}): Html {
  const { words, trouble, detail } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} tight />
      {trouble !== undefined && (
        <Said isWrong>
          <p>
            <strong>{words.nothing}</strong> {words.why[trouble]}
          </p>
          {detail !== undefined && (
            <p class="small">
              <bdi>{words.detail(detail)}</bdi>
            </p>
          )}
        </Said>
      )}
      <form method="post" action="/setup" enctype="multipart/form-data">
        <div class="field">
          <label for="code">
            {words.code} <Hint>{words.codeHint}</Hint>
          </label>
          <input id="code" name="code" required maxlength={40} autocomplete="off" dir="ltr" />
        </div>
        <div class="field">
          <label for="key">
            {words.key} <Hint>{words.keyHint}</Hint>
          </label>
          <textarea id="key" name="key" rows={3} maxlength={20_000} dir="ltr" autocomplete="off" />
        </div>
        <Tick name="newLog" typed={{}} problems={{}}>
          {words.newLog}
        </Tick>
        <div class="field">
          <label for="backup">{words.backup}</label>
          <input id="backup" name="backup" type="file" required />
        </div>
        <p class="acts">
          <button type="submit">{words.send}</button>
        </p>
        <p class="small">{words.wait}</p>
      </form>
    </>
  );
}

export const SetupDone = ({ words }: { readonly words: SetupWords }): Html => (
  <>
    <PageHead title={words.done} stand={words.doneLead} tight />
    <p class="acts">
      <a class="button" href="/">
        {words.open}
      </a>
    </p>
  </>
);
