/** What there is: all kinds of things, and the things of one. */
import { RowTick } from "../../../platform/accounts/several/parts.tsx";
import type { Row } from "../../../platform/accounts/several/ticked.ts";
import { Choice, Line } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { ContentWords } from "../words.ts";

export interface SpaceLine {
  readonly space: keyof ContentWords["spaces"];
  readonly path: string;
  /** How many stand; undefined where another page of the desk tells it. */
  readonly count?: number;
}
export interface HomeGroup {
  readonly group: keyof ContentWords["groups"];
  readonly spaces: readonly SpaceLine[];
}

export function HomePage(props: {
  readonly words: ContentWords;
  readonly groups: readonly HomeGroup[];
}): Html {
  const { words, groups } = props;
  return (
    <>
      <PlainHead title={words.title} stand={words.lead} />
      {groups.map(({ group, spaces }) => (
        <Section id={group} title={words.groups[group]} mini>
          <ul class="lines">
            {spaces.map(({ space, path, count }) => (
              <li>
                <a href={path}>{words.spaces[space]}</a>
                {count !== undefined && <small>{words.count(count)}</small>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

export interface ThingLine {
  readonly path: string;
  readonly name: string;
  readonly changed: string;
  /** Where several of its kind can be changed at once. */
  readonly row?: Pick<Row, "id" | "stamp">;
}
export interface Asked {
  readonly q: string;
  readonly which: "standing" | "withdrawn";
  readonly order: "name" | "newest";
  readonly page: number;
}

export function SpacePage(props: {
  readonly words: ContentWords;
  readonly title: string;
  readonly path: string;
  readonly add: string;
  readonly things: readonly ThingLine[];
  readonly total: number;
  readonly asked: Asked;
  readonly pageSize: number;
  /** What can be done with several of them. */
  readonly several?: Html;
  /** People whom nothing covers. */
  readonly groundless?: readonly Pick<ThingLine, "path" | "name">[];
}): Html {
  const { words, title, path, add, things, total, asked, pageSize, several } = props;
  const { groundless = [] } = props;
  const { q, which, order, page } = asked;
  const at = (to: number) =>
    `${path}?${new URLSearchParams({ q, which, order, page: String(to) })}`;
  const none = q !== "" ? words.noneFound : which === "withdrawn" ? words.noneGone : words.none;
  const typed = { q, which, order };
  return (
    <>
      <PlainHead title={title} stand={words.count(total)} />
      <p class="acts">
        <a class="button" href={`${path}/new`}>
          {add}
        </a>
      </p>
      {groundless.length > 0 && (
        <Section id="groundless" title={words.groundless} mini>
          <p class="prose">{words.groundlessHint}</p>
          <ul class="lines">
            {groundless.slice(0, pageSize).map((one) => (
              <li>
                <a href={one.path} dir="auto">
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
          {groundless.length > pageSize && <p>{words.count(groundless.length)}</p>}
        </Section>
      )}
      <form method="get" class="telling">
        <Line name="q" typed={typed} problems={{}}>
          {words.search}
        </Line>
        <Choice
          name="which"
          typed={typed}
          problems={{}}
          none={words.standing}
          options={[["withdrawn", words.withdrawn]]}
        >
          {words.which}
        </Choice>
        <Choice
          name="order"
          typed={typed}
          problems={{}}
          none={words.byName}
          options={[["newest", words.newest]]}
        >
          {words.order}
        </Choice>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.show}
          </button>
        </p>
      </form>
      {things.length === 0 ? (
        <p class="wanted">{none}</p>
      ) : (
        <ul class="lines">
          {things.map((one, n) => (
            <li>
              <a href={one.path} dir="auto">
                {one.name}
              </a>
              {one.row ? (
                <RowTick n={n} row={one.row} name={<bdi>{one.name}</bdi>}>
                  <small>{one.changed}</small>
                </RowTick>
              ) : (
                <small>{one.changed}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      {several}
      <p class="acts">
        {page > 1 && <a href={at(page - 1)}>{words.earlier}</a>}
        {page * pageSize < total && <a href={at(page + 1)}>{words.later}</a>}
      </p>
    </>
  );
}
