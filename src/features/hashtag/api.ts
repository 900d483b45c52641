/** What other features and commands ask of hashtag. */
export { LastWord } from "./components/latest.tsx";
export { lastWords, roomVersions } from "./queries.ts";
