/** A newsletter before it is sent: as a mail, with its weight, and as its page will be. */
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatBytes } from "../../../../platform/web/words.ts";
import { languageName } from "../../choice.ts";
import { NewsletterParts } from "../../pages/newsletter.tsx";
import type { Previewed } from "../preview.ts";
import { wordsIn, type NewsletterWords } from "../words.ts";

export function Preview(props: {
  readonly words: NewsletterWords;
  /** Of the desk. */
  readonly lang: string;
  /** Of the newsletter. */
  readonly read: string;
  readonly languages: readonly string[];
  readonly id: string;
  readonly preview: Previewed | undefined;
  readonly to: (path: string) => string;
}): Html {
  const { words, lang, read, languages, id, preview, to } = props;
  const { desk } = words;
  const at = `/desk/newsletters/${id}`;
  return (
    <>
      <PlainHead
        title={desk.preview}
        stand={preview ? desk.previewLead(formatBytes(preview.weight, lang)) : desk.lacks}
      />
      {languages.length > 1 && (
        <p class="chips">
          {languages.map((one) => (
            <a href={`${at}/preview?lang=${one}`} aria-current={one === read ? "page" : undefined}>
              {languageName(one, lang)}
            </a>
          ))}
        </p>
      )}
      {preview && preview.left > 0 && <p class="aside">{desk.left(preview.left)}</p>}
      {preview && (
        <div class="row">
          <Section class="c6" id="mail" title={desk.asMail} mini>
            <p>
              <strong dir="auto">{preview.message.subject}</strong>
            </p>
            <pre dir="auto" role="region" aria-labelledby="mail" tabindex={0}>
              {preview.message.text}
            </pre>
          </Section>
          <Section class="c6" id="page" title={desk.asPage} mini>
            <p>
              <strong dir="auto">{preview.shown.title}</strong>
            </p>
            <NewsletterParts shown={preview.shown} words={wordsIn(read)} lang={lang} to={to} />
          </Section>
        </div>
      )}
      <p class="acts">
        <a class="button" href={`${at}?lang=${read}`}>
          {desk.backToWriting}
        </a>
      </p>
    </>
  );
}
