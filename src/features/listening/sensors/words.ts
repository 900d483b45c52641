/** What is said of lines that somebody pasted at the desk, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  kept: "Kept.",
  known: "We already have this line.",
  nobody: say("There is no sensor called {name}."),
  trouble: {
    long: "This line is too long for a sensor message.",
    name: "Put the sensor’s name first, such as S07.",
    word: "Write MOTOR or ALIVE after the name.",
    score: "Give the certainty with two decimal places, such as 0.93.",
    time: "Give the time in UTC, such as 14:32. If the time was not today, put the date first, such as 2026-11-29 14:32.",
    battery: "Give the battery voltage with one decimal place, such as B3.9, or B--.",
    level: "Give the level in decibels as two digits, such as L-42, or L--.",
    cut: "The end of this line was cut off. Ask for the line again.",
    more: "There is extra text at the end of the line.",
    tomorrow: "This time is in the future. Is the sensor’s clock right?",
    old: "This line is more than a week old and is no longer accepted.",
  },
  refused: {
    clock: "This sensor’s clock is wrong. A separate alarm has been raised about the clock.",
    old: "This line is more than a week old and is no longer accepted.",
    key: "This sensor has been taken down.",
  },
};

export const wordsIn = catalogue("sensors", en);
