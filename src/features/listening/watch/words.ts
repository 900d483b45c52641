/** The words of the watch: its pages, which stay small, and its letters. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Watch",
  lead: "For people on watch. Sign in with the name and PIN of your account.",
  name: "Name",
  pin: "PIN",
  comeIn: "Sign in",
  wrong: "Name and PIN do not match. After five wrong tries you have to wait a quarter of an hour.",
  busy: "Many people are signing in. Try again in a minute.",
  role: "Your account cannot answer alarms. An owner of the desk can change that.",
  must: "Your account needs more than a PIN. Answer alarms at the desk.",
  toDesk: "The desk",
  /** At the desk, for whoever watches. */
  here: "The watch: answer alarms on your phone",
  by: "with your name and PIN",
  foreign: "This form came from another site. Nothing was changed.",
  gone: "This alarm is not here. Nothing was changed.",
  leave: "Sign out",
  none: "No alarms.",
  again: "Refresh",
  waits: counted("{n} open alarm", "{n} open alarms"),
  more: "And these:",
  next: counted("{n} more", "{n} more"),
  all: "All open alarms",
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
  othersBy: "More have fallen silent. Check them, and press again.",
  unreached: {
    mail: "No emails go out: no mail server is set. Check here often.",
    line: "No emails go out: nobody is on watch at the desk. Check here often.",
    addresses: "No emails go out: nobody on watch has an email address. Check here often.",
    stuck: "Emails are waiting: the mail server takes none. Check here often.",
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
  back: say("Working again since {time}."),
  goes: say("{who} has been going since {time}.", "who", "time"),
  go: "I’m going",
  youGo: say("You have been going since {time}. Afterwards, say what was there:"),
  isGoing: "somebody is going",
  found: "What was there?",
  outcomes: {
    saw: "Saw found",
    "other-motor": "Other motor",
    nothing: "Nothing found",
    "could-not-go": "Could not go",
    "our-own": "Our own people",
  },
  /** A sensor is mended, or was taken down. */
  seenTo: "Dealt with",
  said: say("You said: {outcome}.", "outcome"),
  cannot: "You cannot go. The alarm stays open for the next in line.",
  saidBy: say("{who} said at {time}: {outcome}.", "who", "time", "outcome"),
  meanwhile: say(
    "{who} has just said: {outcome}. If you know better, press again.",
    "who",
    "outcome",
  ),
  another: "Change your answer",
  goesAlready: say("{who} is already going."),
  somebody: "Somebody",
  /** At the desk. */
  desk: {
    stuck:
      "Emails about alarms have waited for more than ten minutes: the mail server takes none. On the server, cnd doctor says why.",
    unheard: counted(
      "reason why no email about an alarm goes out",
      "reasons why no email about an alarm goes out",
    ),
    cannot: say("{who} cannot go"),
    motors: "Motors",
    sensors: "About the sensors",
  },
  mail: {
    subject: counted("{n} open alarm: {name}", "{n} open alarms: {name}", "name"),
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
      "Hello {who},\n\n{lines}\n\nTo see exactly where, and to say that you are going or what was there:\n{link}\n\nYou are on watch. If nobody answers within {minutes} minutes, the next in line is told. To stop these emails, speak to the person who looks after the sensors.\n",
      "who",
      "lines",
      "link",
      "minutes",
    ),
  },
};

export const wordsIn = catalogue("listening-watch", en);
export type WatchWords = typeof en;
