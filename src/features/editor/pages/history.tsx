/** Every version of a draft, two of them compared, and an earlier one taken up again. */
import { authorIn } from "../author.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { WritingWords } from "../words.ts";
import { Diff } from "./diff.tsx";
import type { Draft, DraftVersion } from "../../stories/model.ts";

export interface Compared {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export function HistoryPage(props: {
  readonly draft: Draft;
  readonly title: string;
  readonly versions: readonly (DraftVersion & { readonly when: string })[];
  readonly compared: Compared | undefined;
  readonly words: WritingWords;
}): Html {
  const { draft, title, versions, compared, words } = props;
  const path = `/desk/stories/${draft.id}`;
  const notes = ({ version, aside }: DraftVersion) =>
    [
      version === draft.version && words.versionNow,
      version === draft.said_version && words.versionPublished,
      aside === 1 && words.versionAside,
    ].filter((note) => note !== false);
  return (
    <>
      <header class="head tight">
        <h1>{words.historyTitle(title)}</h1>
        <p class="chips">
          <a href={path}>{words.back}</a>
        </p>
      </header>
      {compared && (
        <Section id="compared" title={compared.title}>
          <p class="hint">{words.compareKey}</p>
          <Diff before={compared.before} after={compared.after} words={words} />
        </Section>
      )}
      <ol class="lines">
        {versions.map((one) => (
          <li>
            <span>
              <b>{words.versionLine(one.version)}</b>{" "}
              {words.by(authorIn(words, one.author), one.when)}
              {notes(one).map((note) => (
                <small>, {note}</small>
              ))}
            </span>
            <span class="chips">
              {one.base > 0 && versions.some(({ version }) => version === one.base) && (
                <a href={`${path}/history?a=${one.base}&b=${one.version}`}>
                  {words.compare}
                  <span class="vh">
                    {" "}
                    {words.versionLine(one.version)} {words.compareWith(one.base)}
                  </span>
                </a>
              )}
              {one.version !== draft.version && (
                <>
                  <a href={`${path}/history?a=${one.version}&b=${draft.version}`}>
                    {words.compareWith(draft.version)}
                    <span class="vh">: {words.versionLine(one.version)}</span>
                  </a>
                  <form method="post" action={`${path}/take-up`}>
                    <input type="hidden" name="base" value={String(draft.version)} />
                    <input type="hidden" name="version" value={String(one.version)} />
                    <button type="submit" class="quiet small">
                      {words.takeUp}
                      <span class="vh">: {words.versionLine(one.version)}</span>
                    </button>
                  </form>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
