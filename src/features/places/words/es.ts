/** The words of places and maps, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("es");

export const es: PlaceWords = {
  lang: "es",
  globe: (place) => `Globo con ${place} marcado.`,
  map: {
    empty: "Mapa del mundo. Todavía no hay lugares marcados.",
    one: (place) => `Mapa del mundo con ${place} marcado.`,
    many: (n, first, last) =>
      count(n, {
        one: `Mapa del mundo: una línea une {n} lugar, de ${first} al oeste a ${last} al este.`,
        other: `Mapa del mundo: una línea une {n} lugares, de ${first} al oeste a ${last} al este.`,
      }),
    order: "La línea es el orden de lectura, de oeste a este.",
    atlas: "Abrir el atlas",
    data: "Todos los lugares como datos abiertos",
  },
  relief: "Relieve",
  connection: "Cómo es la conexión",
  sources: "Fuentes",
  sourceOf: (n) => `Fuente ${n}`,
  country: "País",
  region: "Región",
  position: "Posición",
  state: "Conexión",
  states: {
    unconnected: "sin conexión",
    planned: "prevista",
    building: "en construcción",
    connected: "conectado",
    measured: "medida",
  },
  people: "Habitantes",
  saidBy: (who) => `Según ${who}.`,
  noStory: (place) => `Todavía no hay historias de ${place}. [La suya puede ser la primera.]`,
  measures: {
    seamless: "Sin cortes",
    available: "Disponible",
    ofTheTime: (n) => `${n} % del tiempo`,
    latency: "Latencia",
    outages: "Cortes",
    secure: "Segura",
    encryption: "Cifrado",
    operator: "Operador",
    updates: "Actualizaciones",
    backupPower: "Energía de respaldo",
    affordable: "Asequible",
    price: "Precio",
    share: "Parte del ingreso",
    notKnown: "no se sabe",
  },
};
