/** The page of all stories: by walk of life, topic, place, programme, language, with links alone. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { plural } from "../../../platform/web/words.ts";
import { choose, type Browse, type Choice, type Option } from "../browse.ts";
import { StoryIndex } from "./list.tsx";

interface BrowseProps {
  readonly view: Browse;
  readonly request: PageRequest;
}

export function BrowsePage({ view, request }: BrowseProps): Html {
  const { list, chosen } = view;
  const { frame, lang } = request;
  return (
    <>
      <header class="row head">
        <h1 class="c8">Stories</h1>
        <p class="stand c8">
          {list.total} {plural(list.total, "story", "stories")}
          {chosenWords(view)}
        </p>
      </header>
      <Find />
      <Walks view={view} request={request} />
      <Choices view={view} request={request} choice="topic" label="Topics" />
      <div>
        <Folded view={view} request={request} choice="place" label="Place" />
        <Folded view={view} request={request} choice="programme" label="Programme" />
        <Folded view={view} request={request} choice="language" label="Language" />
      </div>
      {Object.keys(chosen).length > 0 && (
        <p>
          <a class="more" href={pathIn(frame, lang, "/stories")}>
            All stories
          </a>
        </p>
      )}
      <h2 class="vh">The stories</h2>
      {list.cards.length > 0 ? (
        <StoryIndex stories={list.cards} frame={frame} lang={lang} />
      ) : (
        <p class="stand">
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            Wanted: tell yours
          </a>
        </p>
      )}
      <Pager view={view} request={request} />
      {list.total > 0 && (
        <p>
          <a href={pathIn(frame, lang, "/campaign.epub")}>All stories as a book (EPUB)</a>
        </p>
      )}
    </>
  );
}

/** The field of search, which answers at its own address and keeps nothing. */
function Find() {
  return (
    <form class="find" role="search" action="/search">
      <div class="field">
        <label for="q">Search the stories</label>
        <input id="q" name="q" type="search" maxlength={200} autocomplete="off" required />
      </div>
      <button class="button">Search</button>
    </form>
  );
}

function chosenWords({ chosen, options }: Browse): string {
  const words = Object.entries(chosen).map(
    ([choice, value]) =>
      options[choice as Choice].find((option) => option.value === value)?.name ?? value,
  );
  return words.length === 0 ? " of people, by walk of life." : `: ${words.join(", ")}.`;
}

/** Every walk of life of the campaign; one without a story invites. */
function Walks({ view, request }: BrowseProps) {
  const { frame, lang } = request;
  if (view.options.walk.length === 0) return <></>;
  return (
    <nav class="chips" aria-label="Walks of life">
      {view.options.walk.map((option) =>
        option.count > 0 ? (
          <Chip view={view} request={request} choice="walk" option={option} />
        ) : (
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            {option.name}: wanted, tell yours
          </a>
        ),
      )}
    </nav>
  );
}

type ChoicesProps = BrowseProps & { readonly choice: Choice; readonly label: string };

function Choices({ view, request, choice, label }: ChoicesProps) {
  const options = view.options[choice].filter((option) => option.count > 0);
  if (options.length === 0) return <></>;
  return (
    <nav class="chips" aria-label={label}>
      {options.map((option) => (
        <Chip view={view} request={request} choice={choice} option={option} />
      ))}
    </nav>
  );
}

function Folded(props: ChoicesProps) {
  const options = props.view.options[props.choice];
  if (options.length < 2 && props.view.chosen[props.choice] === undefined) return <></>;
  return (
    <details class="media" open={props.view.chosen[props.choice] !== undefined}>
      <summary>
        <b>{props.label}</b>
        <span>{options.length}</span>
      </summary>
      <Choices {...props} />
    </details>
  );
}

function Chip({ view, request, choice, option }: BrowseProps & { choice: Choice; option: Option }) {
  const current = view.chosen[choice] === option.value;
  return (
    <a
      href={choose(request, view.chosen, { [choice]: current ? undefined : option.value })}
      aria-current={current ? "true" : undefined}
      lang={option.lang}
    >
      {option.name} <small>{option.count}</small>
    </a>
  );
}

function Pager({ view, request }: BrowseProps) {
  const { page, pages, chosen } = view;
  if (pages === 1) return <></>;
  const to = (n: number) => choose(request, chosen, { page: n === 1 ? undefined : String(n) });
  return (
    <nav class="chips" aria-label="Pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span>
        {page} of {pages}
      </span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}
