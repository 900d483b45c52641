/** The words of projects, in French. */
import type { ProjectWords } from "./en.ts";

/** Days take an article, months and years do not. */
const le = (date: string): string => (/^\d{1,2} /.test(date) ? `le ${date}` : date);

export const fr: ProjectWords = {
  lang: "fr",
  states: {
    planned: "prévu",
    building: "en construction",
    connected: "connecté",
    stopped: "arrêté",
  },
  technologies: {
    fibre: "fibre",
    microwave: "faisceau hertzien",
    wifi: "wifi",
    cellular: "réseau mobile",
    satellite: "satellite",
    "TV white space": "espaces blancs de la télévision",
    mesh: "réseau maillé",
    other: "autre",
  },
  title: "Projets",
  ofPlan: "Les projets qui en sont nés",
  description: "Des connexions prévues, en construction ou en service, et ce qui le montre.",
  about:
    "Des connexions prévues, en construction ou en service : qui les construit, pour combien de personnes, et ce qui le montre.",
  all: "Tous les projets",
  none: "Aucun projet n’est encore décrit ici. [Parlez-nous d’un lieu sans connexion], ou d’un lieu que vous êtes en train de connecter.",
  asked: "Ce qui est demandé et offert",
  places: "Lieux",
  partners: "Partenaires",
  feeds: "Contribue à l’engagement",
  time: "Calendrier",
  from: (day) => `depuis ${le(day)}`,
  by: (day) => `échéance : ${day}`,
  fromTo: (from, by) => `depuis ${le(from)} ; échéance : ${by}`,
  notKnown: "non connu",
  people: "Personnes",
  range: (low, high) => `${low} à ${high}`,
  counted: "{figure}, {period}",
  budget: "Budget",
  noSource: "Aucune source n’est donnée.",
  milestones: "Étapes",
  reached: (day) => `atteint : ${day}`,
  due: (day) => `échéance : ${day} ; on ne sait pas ici si elle a été tenue`,
  notKnownWhen: "date non connue",
  measures: "Comment est la connexion",
  notKnownIs:
    "« Non connu » : aucune source ne nous l’a encore dit. [Vous avez le chiffre ? Envoyez-le.]",
  sources: "Sources",
};
