/** What other features and commands ask of hashtag. */
export { LastWord } from "./components/latest.tsx";
export { lastWords, hashtagVersions } from "./queries.ts";
