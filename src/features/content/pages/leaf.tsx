/** A field that holds one value, and what each field is called. */
import { Choice, Group, Hint, Line, Tick, Words } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { OFFERED } from "../form/licences.ts";
import { PURPOSES } from "../../../platform/folder/purposes.ts";
import type { Field } from "../form/shape.ts";
import { rowsIn, tickedIn, under, type Typed } from "../form/typed.ts";
import { choiceOf, hintOf, labelOf } from "../labelled.ts";
import type { Filling } from "./filling.ts";

export interface One {
  readonly field: Field;
  readonly name: string;
  readonly filling: Filling;
  readonly within?: string | undefined;
}

export const nameOfField = ({ space, labels }: Filling, field: Field): string =>
  labelOf(labels, space, field.at) ?? field.key;

type Options = readonly (readonly [value: string, name: string, lang?: string])[];

/** With its hint, and that it may stay empty. */
export function labelIn({ field, filling }: One): unknown {
  const hint = hintOf(filling.labels, filling.space, field.at);
  const isLoose = field.optional && field.is !== "flag";
  const more = [hint, isLoose ? filling.words.optional : undefined].filter((one) => one);
  return [nameOfField(filling, field), more.length > 0 && <Hint>{more.join(" · ")}</Hint>];
}

/** A country, a currency, a language or a purpose, out of all that have a name; one that has none stays as it is. */
function Named(props: One & { readonly label: unknown }): Html {
  const { field, name, filling, within, label } = props;
  const { typed, problems, countries, currencies, languages, words } = filling;
  const known: Readonly<Partial<Record<Field["is"], Options>>> = {
    country: countries,
    currency: currencies,
    language: languages,
    purpose: PURPOSES,
  };
  const all = known[field.is] ?? [];
  const now = typed[name] ?? "";
  const isListed = now === "" || all.some(([value]) => value === now);
  return (
    <Choice
      {...{ name, typed, problems, ...(within !== undefined && { within }) }}
      options={isListed ? all : [...all, [now, now] as const]}
      required={!field.optional}
      lang={words.lang}
    >
      {label}
    </Choice>
  );
}

/** A line of text or a number; for some a browser offers what is often written. */
function OneLine(props: One & { readonly label: unknown }): Html {
  const { field, name, filling, within, label } = props;
  const { typed, problems } = filling;
  const offered = OFFERED.get(field.at);
  const list = `offered-${name}`;
  return (
    <>
      <Line
        {...{ name, typed, problems, ...(within !== undefined && { within }) }}
        maxlength={field.is === "line" ? field.most : 500}
        required={!field.optional}
        {...(field.is === "number" && { inputmode: "decimal" as const })}
        {...(offered && { list })}
      >
        {label}
      </Line>
      {offered && (
        <datalist id={list}>
          {offered.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Several of a list: first what is ticked, in its order, so that a form that is sent as it came changes nothing. */
export function Ticks(
  props: One & {
    readonly options: readonly (readonly [value: string, said: unknown])[];
    /** What is said of one that was ticked and is offered no more. */
    readonly other?: (value: string) => unknown;
    /** Said where there is nothing to tick. */
    readonly children?: unknown;
  },
): Html {
  const { name, filling, within, options, other = (value: string) => value } = props;
  const { typed, problems } = filling;
  const known = new Map(options);
  const all = [...new Set([...tickedIn(typed, name), ...known.keys()])];
  return (
    <Group
      name={name}
      legend={labelIn(props)}
      problems={problems}
      {...(within !== undefined && { within })}
    >
      {all.length === 0 && <p class="hint">{props.children}</p>}
      {all.map((value) => (
        <Tick name={`${name}.${value}`} typed={typed} problems={{}}>
          {known.get(value) ?? other(value)}
        </Tick>
      ))}
    </Group>
  );
}

export function Leaf(props: One): Html {
  const { field, name, filling, within } = props;
  const { typed, problems, labels, words } = filling;
  const shared = { name, typed, problems, ...(within !== undefined && { within }) };
  const label = labelIn(props);
  const required = !field.optional;
  switch (field.is) {
    case "text":
    case "lines":
    case "markdown":
      return (
        <Words
          {...shared}
          rows={field.key === "markdown" ? 16 : 4}
          most={"most" in field ? field.most : 200_000}
          optional={field.optional}
        >
          {label}
          {field.is === "lines" && <Hint>{words.lineEach}</Hint>}
        </Words>
      );
    case "flag":
      return (
        <>
          {typed[under(name, "no")] === "yes" && (
            <input type="hidden" name={under(name, "no")} value="yes" />
          )}
          <Tick {...shared}>{label}</Tick>
        </>
      );
    case "country":
    case "currency":
    case "language":
    case "purpose":
      return <Named {...props} label={label} />;
    case "column":
      return (
        <Choice
          {...shared}
          options={filling.columns.map((column) => [column, column])}
          none={words.noColumn}
        >
          {label}
        </Choice>
      );
    case "choice":
    case "listed":
    case "row": {
      const options = optionsOf(field, filling);
      if (field.is !== "row" && field.many) return <Ticks {...props} options={options} />;
      const now = typed[name] ?? "";
      const isOffered = now === "" || field.is === "row" || options.some(([one]) => one === now);
      return (
        <Choice
          {...shared}
          options={isOffered ? options : [...options, [now, now]]}
          required={required}
          lang={words.lang}
        >
          {label}
        </Choice>
      );
    }
    case "day":
    case "url":
      return (
        <Line
          {...shared}
          type={field.is === "day" ? "date" : "url"}
          maxlength={2000}
          required={required}
        >
          {label}
        </Line>
      );
    default:
      return <OneLine {...props} label={label} />;
  }

  function optionsOf(one: Field, { typed: all }: Filling): readonly (readonly [string, string])[] {
    if (one.is === "choice")
      return one.options.map((value) => [value, choiceOf(labels, one.at, value) ?? value]);
    if (one.is === "listed") return filling.listed.get(one.list) ?? [];
    if (one.is !== "row") return [];
    return rowsIn(all, one.of).flatMap((i) => {
      const row = `${one.of}.${i}`;
      const id = all[`${row}.id`];
      return id ? [[id, rowTitle(all, row) ?? id] as const] : [];
    });
  }
}

/** By what an entry of a list is told from the others. */
export const rowTitle = (typed: Typed, row: string): string | undefined => {
  const words = [typed[row] ?? "", "text", "title", "value", "url", "date"].flatMap(
    (key) => typed[`${row}.${key}`] || [],
  );
  const [first] = words;
  return first === undefined ? undefined : first.length > 80 ? `${first.slice(0, 79)}…` : first;
};
