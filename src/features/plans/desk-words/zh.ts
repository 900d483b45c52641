/** The words of plans at the desk, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("zh");

export const zh: PlanDeskWords = {
  lang: "zh",
  title: "规划",
  lead: "有人来建时，规划就成为建设项目。规划本身随活动文件夹而来。",
  none: "还没有规划。",
  become: "使它成为建设项目",
  becomeIs: "这里说的立即公开：一个建设项目、它的地点，以及有人作出的承诺。",
  name: "项目叫什么？",
  slug: "它的地址",
  slugHint: "小写字母、数字和连字符：cerdanya-first-masts",
  summary: "它做什么，几句话",
  upTo: "做到规划的哪一步",
  steps: (n, people, money) => count(n, { other: `前 {n} 步：${people} 人，${money}` }),
  partners: "建设它的合作伙伴",
  partnersHint: "它们的短名，用空格隔开",
  partnersAre: "所有合作伙伴的短名",
  nameThem: (n) => count(n, { other: "把还没有页面的 {n} 个地点登记为地点" }),
  pledge: "承诺（有人作出时）",
  pledgeIs: "它承诺这些步骤中的人数，供他人核对。",
  pledger: "谁作出承诺？",
  nobody: "还没有人",
  by: "到哪一天？",
  agreed: "对方同意以这些文字作出此承诺，我已核实",
  say: "公开发布",
  back: "撤回规划",
  backIs: "它会离开本站。由它而来的项目保留。",
  backSure: "从本站撤下",
  backButton: "撤回",
  needed: "此项必填。",
  badText: (most) => `应为不超过 ${most} 个字符的纯文本。`,
  badSlug: "应为小写字母、数字和连字符。",
  taken: "这个地址已有内容。",
  badPartner: (slug) => `${slug} 处没有合作伙伴。`,
  badStep: "应为其中一步。",
  badDay: "应为今天之后的一天。",
  notAgreed: "不能替人作出承诺：请先征得同意，并在此说明。",
};
