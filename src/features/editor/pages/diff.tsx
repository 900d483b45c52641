/** What differs between two versions, or that nothing does. */
import { Changes } from "../../../platform/web/changes.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { WritingWords } from "../words.ts";

export function Diff(props: {
  readonly before: string;
  readonly after: string;
  readonly lang?: string | undefined;
  readonly words: WritingWords;
}): Html {
  const { before, after, lang, words } = props;
  if (before === after) return <p>{words.same}</p>;
  return <Changes before={before} after={after} lang={lang} words={words} />;
}
