/** The words of projects, in Spanish. */
import type { ProjectWords } from "./en.ts";

/** Days take an article, months and years do not. */
const el = (date: string): string => (/^\d{1,2} /.test(date) ? `el ${date}` : date);

export const es: ProjectWords = {
  lang: "es",
  states: {
    planned: "previsto",
    building: "en construcción",
    connected: "conectado",
    stopped: "detenido",
  },
  technologies: {
    fibre: "fibra",
    microwave: "microondas",
    wifi: "wifi",
    cellular: "red móvil",
    satellite: "satélite",
    "TV white space": "espacios en blanco de televisión",
    mesh: "red en malla",
    other: "otra",
  },
  title: "Proyectos",
  ofPlan: "Proyectos que surgieron de este plan",
  description: "Conexiones previstas, en construcción o en servicio, y qué lo muestra.",
  about:
    "Conexiones previstas, en construcción o en servicio: quién las construye, para cuántas personas, y qué lo muestra.",
  all: "Todos los proyectos",
  none: "Todavía no se describe ningún proyecto aquí. [Cuéntenos de un lugar sin conexión], o de uno que esté conectando.",
  asked: "Qué se pide y se ofrece",
  places: "Lugares",
  partners: "Aliados",
  feeds: "Aporta al compromiso",
  time: "Plazo",
  from: (day) => `desde ${el(day)}`,
  by: (day) => `hasta ${el(day)}`,
  fromTo: (from, by) => `desde ${el(from)} hasta ${el(by)}`,
  notKnown: "no se sabe",
  people: "Personas",
  range: (low, high) => `de ${low} a ${high}`,
  counted: "{figure}, {period}",
  budget: "Presupuesto",
  noSource: "No se da ninguna fuente.",
  milestones: "Hitos",
  reached: (day) => `alcanzado: ${day}`,
  due: (day) => `previsto para ${el(day)}; aquí no se sabe si se alcanzó`,
  notKnownWhen: "no se sabe cuándo",
  measures: "Cómo es la conexión",
  notKnownIs: "«No se sabe»: ninguna fuente nos lo ha dicho todavía. [¿Tiene la cifra? Envíela.]",
  sources: "Fuentes",
};
