/** The words of places and maps, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("fr");

export const fr: PlaceWords = {
  lang: "fr",
  globe: (place) => `Globe où ${place} est marqué.`,
  map: {
    empty: "Carte du monde. Aucun lieu n’y est encore marqué.",
    one: (place) => `Carte du monde où ${place} est marqué.`,
    many: (n, first, last) =>
      count(n, {
        one: `Carte du monde : une ligne relie {n} lieu, de ${first} à l’ouest à ${last} à l’est.`,
        other: `Carte du monde : une ligne relie {n} lieux, de ${first} à l’ouest à ${last} à l’est.`,
      }),
    order: "La ligne est l’ordre de lecture, d’ouest en est.",
    atlas: "Ouvrir l’atlas",
    data: "Tous les lieux en données ouvertes",
  },
  relief: "Relief",
  connection: "Comment est la connexion",
  sources: "Sources",
  sourceOf: (n) => `Source ${n}`,
  country: "Pays",
  region: "Région",
  position: "Position",
  state: "Connexion",
  states: {
    unconnected: "sans connexion",
    planned: "prévue",
    building: "en construction",
    connected: "connecté",
    measured: "mesurée",
  },
  people: "Habitants",
  saidBy: (who) => `Selon ${who}.`,
  noStory: (place) => `Pas encore de récit de ${place}. [Le vôtre peut être le premier.]`,
  measures: {
    seamless: "Sans coupure",
    available: "Disponible",
    ofTheTime: (n) => `${n} % du temps`,
    latency: "Latence",
    outages: "Coupures",
    secure: "Sûre",
    encryption: "Chiffrement",
    operator: "Exploitant",
    updates: "Mises à jour",
    backupPower: "Alimentation de secours",
    affordable: "Abordable",
    price: "Prix",
    share: "Part du revenu",
    notKnown: "non connu",
  },
};
