/** The words of the open data's page and of a pledge to copy, in French. */
import type { DataWords } from "./en.ts";

export const fr: DataWords = {
  lang: "fr",
  title: "Données ouvertes, à garder",
  about:
    "Tout ce qui est montré ici peut s’emporter : sans clé, sans compte, depuis n’importe quel site. Un chiffre vient avec qui l’a dit, quand, et de quelle date il parle.",
  description: (name) =>
    `Récits, lieux, partenaires, programmes et engagements de ${name}, en fichiers et par une API : comment les prendre, les citer, les intégrer.`,
  files: "Fichiers",
  api: "API",
  apiIs:
    "Du JSON, à lire. Chaque chose porte son identifiant permanent, sa page et l’adresse de son enregistrement dans le journal. Les listes viennent par pages de 100 : {page}.",
  apiDescription: "Description, OpenAPI 3.1",
  embed: "Un engagement sur votre page",
  embedIs:
    "Chaque engagement est aussi un morceau de HTML à {address} : sans script, sans cadre, rien que les navigateurs de vos lecteurs iraient chercher ici. Il dit quel jour il a été copié ; recopiez-le quand vous voulez des chiffres plus récents.",
  copy: (pledge) => `À copier : ${pledge}`,
  from: "Depuis {address}",
  noPledge: "Aucun engagement ici pour l’instant.",
  what: "Quoi",
  form: "Forme",
  cite: "Licence, et comment citer",
  licence: "Les textes et données de la campagne : {licence}.",
  noLicence:
    "La campagne n’a pas indiqué de licence pour ses propres textes. Un chiffre est un fait : dites qui l’a donné et quand.",
  belongs: "Ce que disent les sources appartient aux sources, et les noms à ceux qui les portent.",
  citeFigure: "Citez un chiffre avec qui l’a dit, sa date et sa source, et où vous l’avez trouvé :",
  citation: (base, day) => `données ouvertes. ${base}/data, lu le ${day}.`,
  citeThing:
    "Pour citer une chose durablement, donnez son identifiant permanent, les 64 chiffres sous {subject}. Pour montrer plus tard que ce que vous citez figurait ici, gardez {checkpoint} de ce jour.",
  checkpoint: "le point de contrôle du journal",
  iati: "Dans le fichier IATI, cette campagne rapporte les résultats de ce que d’autres promettent et font : chaque activité le dit, et chaque chiffre dit qui l’a donné. Une campagne qui n’est pas enregistrée auprès de l’IATI y est désignée par son identifiant permanent. Les chiffres ne s’additionnent pas : les activités qui peuvent compter les mêmes personnes se nomment l’une l’autre.",
  fileWords: {
    "/data/pledges.csv": {
      name: "Engagements",
      what: "Une ligne par engagement : la promesse, son état, ses chiffres",
    },
    "/data/claims.csv": {
      name: "Chiffres",
      what: "Une ligne par chiffre jamais donné, révisé ou non, avec sa source",
    },
    "/data/places.geojson": {
      name: "Lieux",
      what: "Position, pays et région, et les récits qui s’y passent",
    },
    "/data/iati-activities.xml": {
      name: "Engagements et programmes comme activités",
      what: "Qui participe, les cibles, et chaque chiffre daté comme résultat",
    },
    "/data/plans.geojson": {
      name: "Plans",
      what: "Mâts, bonds et lieux de chaque plan, avec coût, charge et ordre",
    },
    "/data/plans-points.geojson": {
      name: "Plans, points",
      what: "Mâts et lieux seuls, pour les programmes qui prennent une seule sorte de géométrie par fichier",
    },
    "/data/plans-lines.geojson": {
      name: "Plans, lignes",
      what: "Bonds seuls, de même",
    },
    "/data/measurements.csv": {
      name: "Connexions mesurées",
      what: "Une ligne par cellule et par mois, dès que cinq navigateurs y ont mesuré",
    },
    "/data/letter.csv": {
      name: "Signatures de la lettre ouverte",
      what: "Une ligne par signature confirmée : le nom s’il est affiché, le type, le lieu, le jour",
    },
    "/conversation/feed.xml": {
      name: "La conversation",
      what: "Ce qui se dit avec le mot-dièse et sur les thèmes, en flux",
    },
    "/feed.xml": {
      name: "Récits, à mesure qu’ils viennent",
      what: "Thèmes, auteurs et lieux ont leurs propres flux : ajoutez /feed.xml à leur adresse",
    },
    "/feed.json": {
      name: "Récits, à mesure qu’ils viennent, en JSON",
      what: "Les mêmes récits sous une autre forme",
    },
    "/log": {
      name: "Le journal",
      what: "Chaque enregistrement signé derrière tout cela, à copier, comparer et vérifier",
    },
    "/sitemap.xml": { name: "Toutes les pages", what: "Avec leurs langues" },
  },
  fragment: {
    with: (names) => `avec ${names}`,
    claimed: "Déclaré (hachuré)",
    evidenced: "Étayé (demi-teinte)",
    attested: "Attesté (plein)",
    none: "rien de déposé ici",
    asOf: (day) => `état au ${day}.`,
    contain: "Les nombres se contiennent l’un l’autre.",
    newest: "Derniers chiffres et toutes les sources",
  },
};
