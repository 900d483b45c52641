/** What is said of lines that somebody pasted at the desk, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  kept: "Kept.",
  known: "Was here already.",
  nobody: say("No sensor is called {name}."),
  trouble: {
    long: "Longer than a line of a sensor is.",
    name: "Expected the name of a sensor first, such as S07.",
    word: "Expected MOTOR or ALIVE after the name.",
    score: "Expected how sure it is, with two digits after the point, such as 0.93.",
    time: "Expected a time in UTC, such as 14:32, and the day before it if it was not today: 2026-11-29 14:32.",
    battery: "Expected the battery in volts, with one digit after the point, such as B3.9, or B--.",
    level: "Expected the level in decibels, with two digits, such as L-42, or L--.",
    cut: "The line was cut: something is missing at its end. Ask for it again.",
    more: "Something stands after the end of the line.",
    tomorrow: "This time is still to come. Is the clock of the sensor right?",
    old: "More than a week old: it is not taken any more.",
  },
  refused: {
    clock: "The clock of this sensor is wrong. It has an alarm of its own now.",
    old: "More than a week old: it is not taken any more.",
    key: "This sensor was taken down.",
  },
};

export const wordsIn = catalogue("sensors", en);
