/** The words of the atlas and of the indicators, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { AtlasWords } from "./en.ts";

const count = counting("fr");
const speeds = ["50 ou plus", "10 à 50", "1 à 10", "moins de 1"];

export const fr: AtlasWords = {
  lang: "fr",
  title: "Atlas",
  titleOf: (region) => `Atlas : ${region}`,
  heading: "L’atlas",
  headingOf: (region) => `L’atlas : ${region}`,
  description:
    "Les lieux de cette campagne sur une carte qui respecte les surfaces, avec leurs récits, leurs réseaux et leurs engagements.",
  regions: {
    "": "Monde",
    africa: "Afrique",
    americas: "Amériques",
    asia: "Asie",
    europe: "Europe",
    oceania: "Océanie",
  },
  regionsLabel: "Régions",
  found: (n) => count(n, { one: "{n} lieu.", other: "{n} lieux." }),
  fitting: (n) => count(n, { one: "{n} lieu correspond.", other: "{n} lieux correspondent." }),
  told: (n) => `Avec un récit ici : ${n}.`,
  westToEast: "Ils se lisent d’ouest en est.",
  offlineByCountry: "Les personnes hors ligne, par pays",
  plans: "Plans : quel lieu ensuite, par quelle liaison",
  filters: {
    layers: "Aussi sur la carte",
    placesAlone: "Les lieux seuls",
    topics: "Récits par thème",
    allTopics: "Tous les thèmes",
    states: "Lieux par état",
    allStates: "Tous les états",
  },
  map: {
    world: "Carte du monde",
    of: (region) => `Carte de la région ${region}`,
    empty: (map) => `${map}. Aucun lieu n’y est marqué.`,
    one: (map, place) => `${map} où ${place} est marqué.`,
    many: (map, n) => `${map} où ${n} lieux sont marqués ; leur liste est plus bas.`,
    joined: (map, n, first, last) =>
      `${map} : une ligne relie ${n} lieux, de ${first} à l’ouest à ${last} à l’est.`,
    dots: "Un point plein est un lieu qui a un récit ici, un point vide un lieu sans récit.",
    rings:
      "Un cercle autour : connecté ou mesuré ; en tirets : prévu ou en construction ; en pointillé : sans connexion.",
    drawn: (n, all) => `${n} lieux sur ${all} sont dessinés.`,
    squares: "Les carrés sont les cellules de la couche ; la légende dit leur taille.",
    cells: (n, all) =>
      `${n} cellules sur ${all} sont dessinées, celles qui reposent sur le plus de données.`,
    line: "La ligne est l’ordre de lecture, d’ouest en est, et non un câble.",
    borders:
      "Les terres et les frontières sont celles que dessine Natural Earth ; rien n’est dit d’aucune frontière.",
  },
  legend: {
    ofPeople: "{title} : sur 100 personnes",
    tones: {
      t1: "90 ou plus",
      t2: "75 à 90",
      t3: "50 à 75",
      t4: "moins de 50",
      t0: "pas de chiffre ici",
    },
    upTo: (day) => `Pour chaque pays, le dernier chiffre. Données jusqu’à : ${day}.`,
  },
  places: {
    title: "Lieux",
    label: "Tableau des lieux",
    caption:
      "D’ouest en est. Connexion : telle que quelqu’un l’a dite, avec la date dont il parle et qui le dit ; « non connu » là où, à notre connaissance, personne ne le dit.",
    captionOnline:
      "Dernière colonne : les gens du pays qui utilisent Internet, en %, avec la date.",
    place: "Lieu",
    here: "Ici",
    connection: "Connexion",
    online: "En ligne",
    wanted: "À raconter : le vôtre",
    these: (n, all) =>
      `Voici ${n} lieux sur ${all} ; choisissez une région, ou prenez-les tous plus bas.`,
    none: "Aucun que nous connaissions.",
    tell: "Signalez-nous un lieu",
    data: "Tous les lieux en données ouvertes",
  },
  layer: {
    names: { tiles: "Débit mesuré", schools: "Écoles", measured: "Mesuré ici" },
    titles: {
      tiles: "Débit mesuré : descendant, Mbit/s",
      schools: "Écoles de la liste",
      measured: "Mesuré ici : débit descendant, Mbit/s",
    },
    steps: {
      tiles: speeds,
      schools: ["1 à 9", "10 à 99", "100 à 999", "1 000 ou plus"],
      measured: speeds,
    },
    columns: {
      tiles: ["Tests", "Descendant, kbit/s", "Montant, kbit/s", "Aller-retour, ms"],
      schools: ["Écoles", "Connectées", "Non connectées"],
      measured: [
        "Mois",
        "Navigateurs",
        "Descendant, kbit/s",
        "Montant, kbit/s",
        "Aller-retour, ms",
      ],
    },
    captions: {
      tiles: "D’abord les cellules où il y a le plus de tests ; la moyenne des tests de chacune.",
      schools:
        "D’abord les cellules où il y a le plus d’écoles. Pour les autres, la liste ne le dit pas.",
      measured:
        "D’abord les cellules où il y a le plus de navigateurs ; la valeur médiane de chacune, dans son dernier mois.",
    },
    middle: "Une cellule porte le nom de l’endroit où se trouve son milieu.",
    others: (n) =>
      count(n, {
        one: "{n} autre tableau du même genre n’est pas dessiné.",
        other: "{n} autres tableaux du même genre ne sont pas dessinés.",
      }),
    byPeople:
      "Par les navigateurs des gens, dès que cinq ont mesuré dans une cellule le même mois. [Ajoutez le vôtre]",
    nothingHere: (name) => `${name} : encore rien dans cette région.`,
    nothingYet: (name) => `${name} : encore rien de publié.`,
    invite: "Mesurez votre connexion : soyez parmi les cinq premiers",
    table: (name) => `Tableau : ${name}`,
    cell: "Cellule",
    these: (n, all) => `Voici ${n} cellules sur ${all}.`,
    whole: "Le tableau entier, tel que reçu",
    all: "Le tout, par cellule et par mois",
    around: "autour de {where}",
    tooFew: "trop peu",
  },
  indicators: {
    title: "Qui est sans connexion ?",
    description:
      "Les personnes hors ligne par pays, avec l’année et la source, à côté des engagements comptés.",
    about:
      "Des chiffres par pays, chacun avec son année, son auteur et le jour où il a été relevé. Les années diffèrent : les pays ne sont pas classés.",
    need: "Le besoin et les engagements",
    offline: "Personnes hors ligne",
    estimate: (countries, people, first, last) =>
      `${people}, une estimation : ${count(countries, {
        one: "le chiffre de {n} pays",
        other: "la somme de {n} pays",
      })}, années ${first} à ${last}`,
    workedOut: "calculé d’après {source}",
    pledges: "Engagements comptés pour le but",
    reached: (pledges, claimed, evidenced, attested) =>
      `${count(pledges, { one: "{n} engagement", other: "{n} engagements" })} ; personnes : déclaré ${claimed}, étayé ${evidenced}, attesté ${attested}`,
    upToYear: (reached, year) => `${reached}, chiffres jusqu’à ${year}`,
    none: "aucun dans ce registre pour l’instant",
    ledger: "Le registre",
    earlier: (who) => `${who}, avec les estimations antérieures`,
    notSubtracted:
      "Rien n’est soustrait de rien : les dates diffèrent, le dernier chiffre d’un pays peut avoir des années, et une personne connectée par un engagement peut être comptée dans un autre.",
    byCountry: "Par pays",
    onMap: "La même chose sur la carte",
    from: "D’où viennent les chiffres",
    noDataset: "Aucun jeu de données n’a encore été apporté.",
    kinds: {
      "country-indicator": "Un indicateur par pays",
      tiles: "Débit mesuré par carreau",
      schools: "Une liste d’écoles",
    },
    dataOf: (day) => `Données : ${day}`,
    retrieved: (day) => `relevées : ${day}`,
    rows: (n) => count(n, { one: "{n} ligne", other: "{n} lignes" }),
    leftOut: (n) => `laissées de côté car elles n’ont pas la forme voulue : ${n}`,
    held: (n) => `présentes sur ce serveur : ${n}`,
    file: (weight) => `Le fichier tel que reçu, CSV · ${weight}`,
  },
  countries: {
    label: "Tableau des pays",
    caption: "L’année est celle du dernier chiffre du pays.",
    country: "Pays",
    online: "En ligne, %",
    offline: "Personnes hors ligne",
    year: "Année",
  },
};
