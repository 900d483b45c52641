/** The words of programmes and of what can be done, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { ProgrammeWords } from "./en.ts";

const count = counting("es");

export const es: ProgrammeWords = {
  lang: "es",
  first: "Todavía no hay programas. [El suyo puede ser el primero.]",
  doGood: "Hacer el bien",
  description: "Programas, pedidos y ofertas, aliados, y adónde podría llegar la próxima conexión.",
  about:
    "Encuentre a quien está sin conexión, vea qué más hace posible, y eche una mano con lo que tiene.",
  programmes: "Programas",
  relief: "Relieve",
  asksOffers: "Pedidos, ofertas, aliados",
  askOrOffer: "Pedir u ofrecer",
  asked: "Qué se pide y se ofrece",
  projects: "Proyectos",
  plans: "Planes",
  next: "¿Adónde ahora?",
  nextIs:
    "Una escuela, un centro de salud, una calle sin conexión: basta su nombre para empezar. [Díganos el lugar.]",
  places: "Lugares",
  organisations: "Organizaciones",
  figures: "En cifras",
  sources: "Fuentes",
  evidenced: "documentado",
  claimed: "declarado por el autor",
  reported: "comunicado",
  filed: "prueba presentada",
  send: "¿Tiene una prueba? Envíela",
  saidBy: (who) => `Lo dice ${who}`,
  asks: "Pedidos",
  askFor: {
    connection: "Una conexión para un lugar",
    figure: "Una cifra que no hemos encontrado",
    voice: "Una voz, un video en lengua de señas, una traducción",
  },
  ask: "pedir",
  wanted: "se busca",
  offers: "Ofertas",
  offerOf: {
    roof: "Un techo o una colina con vista",
    time: "Tiempo: cavar, trepar, enseñar, hacer señas",
    equipment: "Equipo",
  },
  offer: "ofrecer",
  partners: "Aliados",
  here: (n) => count(n, { one: "{n} aquí", other: "{n} aquí" }),
};
