/** Where each kind of thing is translated: here, or in the files alone. Rule KO15. */
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { idOf } from "../../platform/accounts/menu.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { PlainHead, Section } from "../../platform/web/heads.tsx";
import { languageIn } from "../../platform/web/languages.ts";
import type { Reply } from "../../platform/web/reply.ts";
import type { Html } from "../../platform/web/route.ts";
import { linked } from "../../platform/words/inline.tsx";
import { OWN_EDITORS, PART, type Content } from "./visit.ts";
import { wordsIn, type ContentWords } from "./words.ts";

type Space = keyof ContentWords["spaces"];

/** Kinds with a page of the desk on which they are translated. */
export const TRANSLATED_HERE = ["stories", "books", "campaign", "pages"] as const;

/** Kinds whose files say something in other languages, and no page of the desk does. */
export const inFilesOnly = (parts: readonly FolderPart[]): readonly Space[] =>
  parts
    .filter(({ wording, translation }) => wording || translation)
    .map(({ space }) => space as Space)
    .filter((space) => !(TRANSLATED_HERE as readonly string[]).includes(space));

export function showTranslations({ parts }: Content, visit: DeskVisit): Reply {
  const { account, lang } = visit;
  const words = wordsIn(lang);
  const w = words.translating;
  const main = (
    <>
      <PlainHead title={w.title} stand={w.lead} />
      <Section id="here" title={w.here} mini>
        <ul class="lines">
          <li>
            <a href={OWN_EDITORS["stories"]}>{words.spaces.stories}</a>
          </li>
          <li>
            <a href={`${PART}/books`}>{words.spaces.books}</a>
          </li>
          <CampaignWords words={words} visit={visit} />
        </ul>
      </Section>
      <Section id="files" title={w.files} mini>
        <p>{linked(w.filesStand, `/desk/help#${idOf(OWN_EDITORS["translations"]!)}`)}</p>
        <ul class="lines">
          {inFilesOnly(parts).map((space) => (
            <li>{words.spaces[space]}</li>
          ))}
        </ul>
      </Section>
    </>
  );
  return { page: deskPage({ account, lang, part: PART, title: w.title, main }) };
}

/** By language, for those who may open the settings. */
function CampaignWords(props: { readonly words: ContentWords; readonly visit: DeskVisit }): Html {
  const { words, visit } = props;
  const { account, lang, frame } = visit;
  const { campaign, pages } = words.spaces;
  const w = words.translating;
  const others = frame.languages.filter((one) => one !== frame.language);
  const isOwner = may(account.role, "settings");
  return (
    <li>
      {campaign}; {pages} {!isOwner && <small>{w.owner}</small>}
      {isOwner && others.length === 0 && <small>{w.none}</small>}
      {isOwner &&
        others.map((one) => (
          <>
            <a href={`/desk/settings/languages/${one}`}>{languageIn(one, lang)}</a>{" "}
          </>
        ))}
    </li>
  );
}
