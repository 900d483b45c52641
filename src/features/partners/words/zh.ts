/** The words of partners, in Chinese (simplified): the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const zh: PartnerWords = {
  lang: "zh",
  kinds: {
    carrier: "乡村运营商",
    community: "社区网络",
    activist: "非政府组织和活动人士",
    public: "机构、学校、公共部门",
    company: "公司和制造者",
  },
  joined: "在此参与。",
  named: "根据公开来源在此介绍；没有参与，也不表示支持。",
  title: "合作伙伴",
  description: "参与的组织，以及公开来源所介绍的组织，按类别排列。",
  about: "在此参与的组织，以及公开来源所介绍的组织。每个页面都写明属于哪一种。",
  join: "成为合作伙伴",
  first: "征集：可以由您开始",
  takesPart: "参与",
  fromSources: "来自公开来源",
  since: (day) => `自${day}起`,
  sources: "来源",
  here: "这里的组织",
};
