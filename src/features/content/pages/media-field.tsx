/** A field that shows a file: one that is here, or one that is chosen now. */
import { Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Field } from "../form/shape.ts";
import type { Filling } from "./filling.ts";

export function MediaField(props: {
  readonly field: Field;
  readonly name: string;
  readonly filling: Filling;
  readonly label: unknown;
}): Html {
  const { name, filling, label, field } = props;
  const { typed, problems, words, files } = filling;
  const isTable = field.is === "media" && field.what === "table";
  const now = typed[name] ?? "";
  const stored = files.get(now);
  const names = [...new Set([...(now === "" ? [] : [now]), ...files.keys()])].filter(
    (one) => one.endsWith(".csv") === isTable,
  );
  const isWrong = problems[name] !== undefined;
  const fresh = `${name}_new`;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Problem of={name} called={label} problems={problems} />
      {stored !== undefined && !isTable && (
        <img src={`/media/${stored}`} alt="" height={96} loading="lazy" class="small-picture" />
      )}
      <select
        id={name}
        name={name}
        {...(isWrong && { "aria-invalid": "true", "aria-describedby": `${name}-problem` })}
      >
        <option value="">{isTable ? words.noTable : words.clearFile}</option>
        {names.map((one) => (
          <option value={one} selected={one === now}>
            {shortened(filling.shows.get(one) || one.replace(/^media\//, ""))}
          </option>
        ))}
      </select>
      <label for={fresh}>{words.upload}</label>
      <input
        type="file"
        id={fresh}
        name={fresh}
        accept={isTable ? ".csv,.tsv,.txt,text/csv" : "image/*"}
      />
    </div>
  );
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A document of which the fingerprint is worked out: it is chosen, and nobody types it. */
export function DocumentField(props: {
  readonly name: string;
  readonly filling: Filling;
  readonly label: unknown;
}): Html {
  const { name, filling, label } = props;
  const { typed, problems, words } = filling;
  const now = typed[name] ?? "";
  const fresh = `${name}_new`;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Problem of={name} called={label} problems={problems} />
      {now !== "" && (
        <>
          <input type="hidden" name={name} value={now} />
          <p class="hint">
            {words.fingerprint} <code class="long">{now}</code>
          </p>
        </>
      )}
      <input
        type="file"
        id={name}
        name={fresh}
        {...(problems[name] !== undefined && {
          "aria-invalid": "true",
          "aria-describedby": `${name}-problem`,
        })}
      />
      {now !== "" && (
        <label class="tick">
          <input type="checkbox" name={`${name}_out`} value="yes" /> {words.noFingerprint}
        </label>
      )}
    </div>
  );
}
