/** The words of the watch: its pages, which stay small, and its letters. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Watch",
  lead: "This page is for people on watch. Sign in with your account’s name and PIN.",
  name: "Name",
  pin: "PIN",
  comeIn: "Sign in",
  wrong: "The name and PIN do not match. After five wrong attempts, you must wait 15 minutes.",
  busy: "Many people are signing in. Try again in a minute.",
  role: "Your account is not allowed to answer alarms. An owner of the desk can change this.",
  must: "A PIN is not enough for your account. Answer alarms at the desk.",
  toDesk: "The desk",
  /** At the desk, for whoever watches. */
  here: "The watch: answer alarms on your phone",
  by: "sign in with your name and PIN",
  foreign: "This form came from another site. Nothing was changed.",
  gone: "This alarm was not found. Nothing was changed.",
  leave: "Sign out",
  none: "No alarms.",
  again: "Refresh",
  waits: counted("{n} open alarm", "{n} open alarms"),
  more: "And these:",
  next: counted("{n} more", "{n} more"),
  all: "All open alarms",
  kinds: {
    motor: "A chainsaw or another small engine",
    silent: "A sensor is silent",
    deaf: "A sensor hears nothing",
    clock: "A sensor’s clock is wrong",
    battery: "A battery is nearly empty",
  },
  /** Sensors that fell silent together. */
  together: counted("{n} sensor is silent", "{n} sensors fell silent together"),
  uplink: "The sensors’ connection may have failed or lost power.",
  /** How many sensors have the same, each for a reason of its own. */
  times: counted("{n} alarm", "{n} alarms"),
  othersBy: "More sensors have fallen silent. Check them, then press the button again.",
  unreached: {
    mail: "No emails are sent: no mail server is set up. Check this page often.",
    line: "No emails are sent: nobody is on watch at the desk. Check this page often.",
    addresses: "No emails are sent: nobody on watch has an email address. Check this page often.",
    stuck: "Emails are waiting: the mail server is not accepting any. Check this page often.",
  },
  since: say("Since {time} ({ago}).", "time", "ago"),
  until: say("From {from} to {to} ({ago}).", "from", "to", "ago"),
  sure: say("Certainty: {n} out of 100."),
  provisional: "This alarm is provisional: the sensor is still learning its surroundings.",
  /** What else is wrong with the sensor that gave the alarm. */
  ails: {
    silent: "The sensor has since fallen silent.",
    deaf: "The sensor’s microphone may be broken.",
    clock: "The sensor’s clock is wrong.",
    battery: "The sensor’s battery is low.",
  },
  /** Of a sensor that was silent, deaf or of a wrong clock. */
  back: say("Working again since {time}."),
  goes: say("{who} has been on the way since {time}.", "who", "time"),
  go: "I’m going",
  youGo: say("You have been on the way since {time}. Afterwards, report what you found:"),
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
  cannot: "You cannot go, so the alarm stays open for the next person.",
  saidBy: say("At {time}, {who} reported: {outcome}.", "who", "time", "outcome"),
  meanwhile: say(
    "{who} has just reported: {outcome}. If you know this is wrong, press the button again.",
    "who",
    "outcome",
  ),
  another: "Change your answer",
  goesAlready: say("{who} is already on the way."),
  somebody: "Somebody",
  /** At the desk. */
  desk: {
    stuck:
      "Emails about alarms have been waiting for more than ten minutes: the mail server is not accepting any. To see why, run cnd doctor on the server.",
    unheard: counted("problem that stops all alarm emails", "problems that stop all alarm emails"),
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
      "Hello {who},\n\n{lines}\n\nTo see exactly where the alarm is, to say that you are going, or to report what you found, open this link:\n{link}\n\nYou are on watch. If nobody answers within {minutes} minutes, the next person is told. To stop these emails, speak to the person who looks after the sensors.\n",
      "who",
      "lines",
      "link",
      "minutes",
    ),
  },
};

export const wordsIn = catalogue("listening-watch", en);
export type WatchWords = typeof en;
