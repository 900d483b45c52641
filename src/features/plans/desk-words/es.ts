/** The words of plans at the desk, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("es");

export const es: PlanDeskWords = {
  lang: "es",
  title: "Planes",
  lead: "Un plan se vuelve proyecto cuando alguien lo construye. Los planes mismos vienen con la carpeta de la campaña.",
  none: "Aún no hay ningún plan.",
  become: "Hacer de él un proyecto",
  becomeIs:
    "Lo que se dice aquí es público al instante: un proyecto, sus lugares, y un compromiso donde alguien lo asume.",
  name: "¿Cómo se llama el proyecto?",
  slug: "Su dirección",
  slugHint: "Letras minúsculas, cifras y guiones: cerdanya-first-masts",
  summary: "Qué hace, en unas frases",
  upTo: "Hasta dónde del plan",
  steps: (n, people, money) =>
    count(n, {
      one: `el primer paso: ${people} personas, ${money}`,
      other: `los primeros {n} pasos: ${people} personas, ${money}`,
    }),
  partners: "Aliados que lo construyen",
  partnersHint: "Sus nombres cortos, con espacios en medio",
  partnersAre: "Los nombres cortos de todos los aliados",
  nameThem: (n) =>
    count(n, {
      one: "Nombrar como lugar {n} que aún no tiene página",
      other: "Nombrar como lugares {n} que aún no tienen página",
    }),
  pledge: "Un compromiso, donde alguien lo asume",
  pledgeIs: "Promete las personas de estos pasos, para que otros lo comprueben.",
  pledger: "¿Quién se compromete?",
  nobody: "nadie todavía",
  by: "¿Para qué día?",
  agreed: "Está de acuerdo con este compromiso, en estas palabras, y me he asegurado",
  say: "Decirlo en público",
  back: "Retirar el plan",
  backIs: "Deja el sitio. Un proyecto que salió de él se queda.",
  backSure: "Quitarlo del sitio",
  backButton: "Retirarlo",
  needed: "Esto hace falta.",
  badText: (most) => `Se esperaba texto simple de ${most} caracteres como máximo.`,
  badSlug: "Se esperaban letras minúsculas, cifras y guiones.",
  taken: "Ya hay algo en esta dirección.",
  badPartner: (slug) => `No hay ningún aliado en ${slug}.`,
  badStep: "Se esperaba uno de los pasos.",
  badDay: "Se esperaba un día después de hoy.",
  notAgreed: "Nadie se compromete por otro: pregúntele antes, y dígalo aquí.",
};
