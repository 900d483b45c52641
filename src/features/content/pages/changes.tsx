/** What was changed, field by field. */
import { Changes } from "../../../platform/web/changes.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Change } from "../changes.ts";
import type { ContentWords } from "../words.ts";

export const ChangeList = (props: {
  readonly changes: readonly Change[];
  readonly words: ContentWords;
}): Html => {
  const { changes, words } = props;
  if (changes.length === 0) return <p>{words.same}</p>;
  return (
    <dl>
      {changes.map(({ name, before, after }) => (
        <>
          <dt>{name}</dt>
          <dd>
            <Changes before={before} after={after} words={words} />
          </dd>
        </>
      ))}
    </dl>
  );
};
