/** The words of the watch: its pages, which stay small, and its letters. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Watch",
  lead: "For those who guard. Come in with the name and the PIN of your account.",
  name: "Name",
  pin: "PIN",
  comeIn: "Come in",
  wrong: "Name and PIN do not fit. After five wrong tries nothing opens for a quarter of an hour.",
  busy: "Many are coming in just now. Try again in a minute.",
  role: "Your account is not for alarms. An owner of the desk can change that.",
  must: "Your account asks for more than a PIN. Answer alarms at the desk.",
  toDesk: "The desk",
  /** At the desk, for whoever watches. */
  here: "The watch: answer alarms on your phone",
  by: "by your name and PIN",
  foreign: "This form came from another site. Nothing was changed.",
  gone: "This alarm is not here. Nothing was changed.",
  leave: "Leave",
  none: "Nothing waits.",
  again: "Look again",
  waits: counted("{n} alarm waits", "{n} alarms wait"),
  more: "And these:",
  next: counted("{n} more", "{n} more"),
  all: "All that waits",
  kinds: {
    motor: "A saw or other small engine",
    silent: "A sensor is silent",
    deaf: "A sensor hears nothing",
    clock: "A sensor has a wrong clock",
    battery: "A battery is nearly empty",
  },
  /** Sensors that fell silent together. */
  together: counted("{n} sensor is silent", "{n} sensors fell silent together"),
  uplink: "Their link or its power may have failed.",
  /** How many sensors have the same, each for a reason of its own. */
  times: counted("{n} alarm", "{n} alarms"),
  othersBy: "Others are silent by now. Look at them, and press once more.",
  unreached: {
    mail: "No letter goes out: no mail server is named. Look here often.",
    line: "No letter goes out: nobody is on watch at the desk. Look here often.",
    addresses: "No letter goes out: nobody on watch has a mail address. Look here often.",
    stuck: "Letters wait: the mail server takes none. Look here often.",
  },
  since: say("Since {time}, {ago}.", "time", "ago"),
  until: say("From {from} to {to}, {ago}.", "from", "to", "ago"),
  sure: say("How sure: {n} of 100."),
  provisional: "Provisional: the sensor is still learning how its place sounds.",
  /** What else is wrong with the sensor that gave the alarm. */
  ails: {
    silent: "It has fallen silent since.",
    deaf: "Its microphone may be broken.",
    clock: "Its clock is wrong.",
    battery: "Its battery is low.",
  },
  /** Of a sensor that was silent, deaf or of a wrong clock. */
  back: say("All is well again since {time}."),
  goes: say("{who} goes, since {time}.", "who", "time"),
  go: "I go",
  youGo: say("You go, since {time}. Say afterwards what was there:"),
  isGoing: "somebody goes",
  found: "What was there?",
  outcomes: {
    saw: "Saw found",
    "other-motor": "Other motor",
    nothing: "Nothing found",
    "could-not-go": "Could not go",
    "our-own": "Our own people",
  },
  /** A sensor is mended, or was taken down. */
  seenTo: "Seen to",
  said: say("You said: {outcome}.", "outcome"),
  cannot: "You cannot go. The alarm stays open for the next in line.",
  saidBy: say("{who} said at {time}: {outcome}.", "who", "time", "outcome"),
  meanwhile: say(
    "{who} said meanwhile: {outcome}. If you know better, press once more.",
    "who",
    "outcome",
  ),
  another: "Say another thing",
  goesAlready: say("{who} goes already."),
  somebody: "Somebody",
  /** At the desk. */
  desk: {
    stuck:
      "Letters about alarms have waited for more than ten minutes: the mail server takes none. On the server, cnd doctor says why.",
    unheard: counted(
      "reason why no letter about an alarm goes out",
      "reasons why no letter about an alarm goes out",
    ),
    cannot: say("{who} cannot go"),
    motors: "Motors",
    sensors: "Of the sensors themselves",
  },
  mail: {
    subject: counted("{n} alarm waits: {name}", "{n} alarms wait: {name}", "name"),
    /** A motor is heard: what, where. */
    motor: say("{what}: {place}", "what", "place"),
    motorMore: counted(
      "{what}, and {n} more: {place}",
      "{what}, and {n} more: {place}",
      "what",
      "place",
    ),
    lines: say("{what}: {sensors}, since {time}", "what", "sensors", "time"),
    line: say("{what}: {place}, sensor {sensor}, since {time}", "what", "place", "sensor", "time"),
    lineBare: say("{what}: sensor {sensor}, since {time}", "what", "sensor", "time"),
    text: say(
      "Hello {who},\n\n{lines}\n\nWhere exactly, and to say that you go or what was there:\n{link}\n\nYou are on watch. Where nobody answers within {minutes} minutes, the next in line is told. To be told no more, speak with whoever keeps the sensors.\n",
      "who",
      "lines",
      "link",
      "minutes",
    ),
  },
};

export const wordsIn = catalogue("listening-watch", en);
export type WatchWords = typeof en;
