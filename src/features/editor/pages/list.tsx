/** What is being written, and what stands. */
import { RowTick } from "../../../platform/accounts/several/parts.tsx";
import type { Row } from "../../../platform/accounts/several/ticked.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Lapsing } from "../lapsing.ts";
import type { DraftState } from "../states.ts";
import type { WritingWords } from "../words.ts";
import type { GoneRow } from "../../stories/model.ts";

export interface DraftLine {
  readonly id: string;
  readonly title: string;
  readonly lang: string | undefined;
  /** Of a translation: the name of its language. */
  readonly into?: string;
  readonly state: DraftState;
  readonly author: string;
  readonly when: string;
  /** When it is first read, in words. */
  readonly begins: string;
}
export interface StandingLine {
  readonly slug: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly day: string;
  readonly state: "published" | "scheduled";
  /** Its draft, where there is one. */
  readonly draft?: string;
  /** Drafts of its translations that are published as they are written. */
  readonly translated: readonly { readonly id: string; readonly into: string }[];
  /** Where it can be changed with others at once. */
  readonly row?: Pick<Row, "id" | "stamp">;
}

export interface LapsingLine extends Pick<Lapsing, "name" | "until" | "stories"> {
  /** Where a new consent is recorded. */
  readonly path: string;
}

interface ListProps {
  readonly drafts: readonly DraftLine[];
  /** What was taken back by somebody in it or by whoever sent it. */
  readonly gone: readonly GoneRow[];
  /** Who is in stories by a consent that ends soon. */
  readonly lapse: readonly LapsingLine[];
  readonly stories: readonly StandingLine[];
  /** What was typed to find some of them. */
  readonly find: string;
  readonly page: number;
  readonly pages: number;
  readonly words: WritingWords;
  /** What can be done with several of them. */
  readonly several?: Html | undefined;
}

export function ListPage(props: ListProps): Html {
  const { drafts, gone, lapse, words } = props;
  return (
    <>
      <PlainHead title={words.stories} />
      <div class="row">
        <Section class="c7" id="writing" title={words.writing} mini>
          {drafts.length === 0 && <p>{words.none}</p>}
          <ol class="queue">
            {drafts.map(({ id, title, lang, into, state, author, when, begins }) => (
              <li>
                <small>{words.states[state]}</small>
                <a href={`/desk/stories/${id}`}>
                  <bdi lang={lang}>{title}</bdi>
                  {into !== undefined && ` (${words.translation(into)})`}
                </a>
                {state === "scheduled" && <small>{words.hours.from(begins)}</small>}
                <small>{words.by(author, when)}</small>
              </li>
            ))}
          </ol>
          {lapse.length > 0 && (
            <>
              <h3 class="mini" id="lapsing">
                {words.lapsing}
              </h3>
              <p class="small">{words.lapsingHint}</p>
              <ul class="lines">
                {lapse.map(({ name, until, stories, path }) => (
                  <li>
                    <a href={path}>
                      <bdi>{name}</bdi>
                    </a>
                    <small>
                      {words.lapsesOn(formatDay(until, words.lang, "short"))}
                      {stories.map(({ title }) => (
                        <>
                          {" · "}
                          <bdi>{title}</bdi>
                        </>
                      ))}
                    </small>
                  </li>
                ))}
              </ul>
            </>
          )}
          {gone.length > 0 && (
            <>
              <h3 class="mini" id="taken-back">
                {words.takenBackLately}
              </h3>
              <ul class="lines">
                {gone.map(({ id, day }) => (
                  <li>
                    <a href={`/desk/stories/${id}`}>{id}</a>
                    <small>{formatDay(day, words.lang, "short")}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
        <Section class="c5 branch" id="new" title={words.new} mini>
          <form method="post" action="/desk/stories">
            <div class="field">
              <label for="title">
                {words.newTitle}
                <span class="hint">{words.newHint}</span>
              </label>
              <input id="title" name="title" required maxlength={500} autocomplete="off" />
            </div>
            <p class="acts">
              <button type="submit">{words.begin}</button>
            </p>
          </form>
        </Section>
      </div>
      <Standing {...props} />
    </>
  );
}

function Standing({ stories, find, page, pages, words, several }: ListProps) {
  const at = (to: number) =>
    `/desk/stories?${new URLSearchParams({ ...(find !== "" && { q: find }), page: String(to) })}`;
  return (
    <Section id="standing" title={words.published}>
      {(pages > 1 || find !== "") && (
        <form method="get" action="/desk/stories" class="acts">
          <label for="q">{words.find}</label>
          <input id="q" name="q" type="search" value={find} maxlength={200} dir="auto" />
          <button type="submit" class="quiet small">
            {words.look}
          </button>
        </form>
      )}
      {stories.length === 0 && <p>{find === "" ? words.nonePublished : words.noneSo}</p>}
      <ol class="queue">
        {stories.map(({ slug, title, lang, day, state, draft, translated, row }, n) => (
          <li>
            <small>
              {state === "scheduled" && `${words.states.scheduled}: `}
              {row ? (
                <RowTick n={n} row={row} name={<bdi lang={lang}>{title}</bdi>}>
                  {formatDay(day, words.lang, "short")}
                </RowTick>
              ) : (
                formatDay(day, words.lang, "short")
              )}
            </small>
            <a href={`/stories/${slug}`} lang={lang}>
              {title}
            </a>
            {draft === undefined ? (
              <form method="post" action="/desk/stories">
                <input type="hidden" name="slug" value={slug} />
                <button type="submit" class="quiet small">
                  {words.edit}
                  <span class="vh">
                    : <bdi lang={lang}>{title}</bdi>
                  </span>
                </button>
              </form>
            ) : (
              <a href={`/desk/stories/${draft}`}>
                {words.open}
                <span class="vh">
                  : <bdi lang={lang}>{title}</bdi>
                </span>
              </a>
            )}
            {translated.map(({ id, into }) => (
              <a href={`/desk/stories/${id}`}>
                {words.translation(into)}
                <span class="vh">
                  : <bdi lang={lang}>{title}</bdi>
                </span>
              </a>
            ))}
          </li>
        ))}
      </ol>
      {several}
      {pages > 1 && (
        <p class="chips">
          {page > 1 && <a href={at(page - 1)}>{words.later}</a>}
          <span>{words.page(page, pages)}</span>
          {page < pages && <a href={at(page + 1)}>{words.earlier}</a>}
        </p>
      )}
    </Section>
  );
}
