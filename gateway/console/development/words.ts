/** The words of the role switcher stand here and not in the catalogues, which production serves. */
const WORDS = {
	en: {
		mark: "Development",
		about: "Not in production: choose whom this page is shown to.",
		role: "Role",
		center: "Center",
		organization: "Partner",
		PUBLIC: "The public",
		failed: "The role could not be changed: {reason}",
	},
	zh: {
		mark: "开发环境",
		about: "生产环境中没有：选择以谁的身份查看本页。",
		role: "角色",
		center: "中心",
		organization: "合作伙伴",
		PUBLIC: "公众",
		failed: "无法切换角色：{reason}",
	},
};

export type DevelopmentWords = (typeof WORDS)["en"];

export function wordsIn(language: string): DevelopmentWords {
	return language === "zh" ? WORDS.zh : WORDS.en;
}
