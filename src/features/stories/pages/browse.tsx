/** The page of all stories: by walk of life, topic, place, programme, language, with links alone. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { filled, spoken } from "../../../platform/words/inline.tsx";
import { choose, type Browse, type Choice, type Option } from "../browse.ts";
import { wordsIn, type StoryWords } from "../words.ts";
import { StoryIndex } from "./list.tsx";

interface BrowseProps {
  readonly view: Browse;
  readonly request: PageRequest;
  readonly words: StoryWords;
}

export function BrowsePage({ view, request }: Omit<BrowseProps, "words">): Html {
  const { list, chosen } = view;
  const { frame, lang } = request;
  const words = wordsIn(lang);
  const props = { view, request, words };
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.stories}</h1>
        <p class="c8">
          <a class="more" href="#choose">
            <Chosen {...props} />
          </a>
        </p>
      </header>
      {Object.keys(chosen).length > 0 && (
        <p>
          <a class="more" href={pathIn(frame, lang, "/stories")}>
            {words.all}
          </a>
        </p>
      )}
      <h2 class="vh">{words.list}</h2>
      {list.cards.length > 0 ? (
        <StoryIndex stories={list.cards} frame={frame} lang={lang} />
      ) : (
        <p class="stand">
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            {words.tellYours}
          </a>
        </p>
      )}
      <Pager {...props} />
      <div id="choose">
        <Find request={request} words={words} />
        <Walks {...props} />
        <Choices {...props} choice="topic" label={words.topics} />
        <div>
          <Folded {...props} choice="place" label={words.place} />
          <Folded {...props} choice="programme" label={words.programmes} />
          <Folded {...props} choice="language" label={words.language} />
        </div>
      </div>
      {list.total > 0 && (
        <p>
          <a href={pathIn(frame, lang, "/campaign.epub")}>{words.allAsBook}</a>
        </p>
      )}
    </>
  );
}

/** The field of search, which answers at its own address and keeps nothing. */
function Find({ request: { frame, lang }, words }: Pick<BrowseProps, "request" | "words">) {
  return (
    <form class="find" role="search" action={pathIn(frame, lang, "/search")}>
      <div class="field">
        <label for="q">{words.searchStories}</label>
        <input id="q" name="q" type="search" maxlength={200} autocomplete="off" required />
      </div>
      <button class="button">{words.search}</button>
    </form>
  );
}

function Chosen({ view, request, words }: BrowseProps) {
  const { chosen, options, list } = view;
  const names = Object.entries(chosen).map(([choice, value]) => {
    const option = options[choice as Choice].find((one) => one.value === value);
    const lang = option?.lang ?? ownLanguage(choice as Choice, request);
    return spoken(lang, words.lang, option?.name ?? value);
  });
  if (names.length === 0) return <>{words.byWalk(list.total)}</>;
  return (
    <>
      {words.allCounted(list.total)}: {names.map((name, i) => [i > 0 && ", ", name])}.
    </>
  );
}

/** Names of places are in the language of the page; the campaign names the rest in its own. */
const ownLanguage = (choice: Choice, { frame, lang }: PageRequest): string =>
  choice === "place" ? lang : frame.own;

/** Every walk of life of the campaign; one without a story invites. */
function Walks({ view, request, words }: BrowseProps) {
  const { frame, lang } = request;
  if (view.options.walk.length === 0) return <></>;
  return (
    <nav class="chips" aria-label={words.walks}>
      {view.options.walk.map((option) =>
        option.count > 0 ? (
          <Chip view={view} request={request} words={words} choice="walk" option={option} />
        ) : (
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            {filled(words.tellYoursOf, {
              walk: spoken(frame.own, words.lang, option.name),
            })}
          </a>
        ),
      )}
    </nav>
  );
}

type ChoicesProps = BrowseProps & { readonly choice: Choice; readonly label: string };

function Choices({ view, request, words, choice, label }: ChoicesProps) {
  const options = view.options[choice].filter((option) => option.count > 0);
  if (options.length === 0) return <></>;
  return (
    <nav class="chips" aria-label={label}>
      {options.map((option) => (
        <Chip view={view} request={request} words={words} choice={choice} option={option} />
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

function Chip(props: BrowseProps & { choice: Choice; option: Option }) {
  const { view, request, words, choice, option } = props;
  const current = view.chosen[choice] === option.value;
  return (
    <a
      href={choose(request, view.chosen, { [choice]: current ? undefined : option.value })}
      aria-current={current ? "true" : undefined}
    >
      {spoken(option.lang ?? ownLanguage(choice, request), words.lang, option.name)}{" "}
      <small>{option.count}</small>
    </a>
  );
}

function Pager({ view, request, words }: BrowseProps) {
  const { page, pages, chosen, list } = view;
  if (pages === 1) return <></>;
  const to = (n: number) => choose(request, chosen, { page: n === 1 ? undefined : String(n) });
  return (
    <nav class="chips" aria-label={words.pages}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {words.newer}
        </a>
      )}
      <span>{words.pageOf(list.total, page, pages)}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
}
