import type { RoleChoice } from "./roles.ts";

/** The words of the role switcher stand here and not in the catalogues, which production serves. */
const EN = {
	mark: "Development",
	about: "Not in production: choose whom this page is shown to.",
	role: "Role",
	center: "Center",
	organization: "Partner",
	failed: "The role could not be changed: {reason}",
	roles: {
		PUBLIC: "The public",
		FIELD_STAFF: "Field staff",
		CENTER_MANAGER: "Center manager",
		PROGRAM_OFFICE: "Program office",
		PARTNER: "Partner",
		HUB_ADMIN: "Hub administrator",
	} satisfies Record<RoleChoice["role"], string>,
};

const ZH: typeof EN = {
	mark: "开发环境",
	about: "生产环境中没有：选择以谁的身份查看本页。",
	role: "角色",
	center: "中心",
	organization: "合作伙伴",
	failed: "无法切换角色：{reason}",
	roles: {
		PUBLIC: "公众",
		FIELD_STAFF: "现场人员",
		CENTER_MANAGER: "中心经理",
		PROGRAM_OFFICE: "项目办公室",
		PARTNER: "合作伙伴",
		HUB_ADMIN: "中心管理员",
	},
};

/** The words in the language of the page, as its `lang` says it. */
export function wordsIn(language: string): typeof EN {
	return language.startsWith("zh") ? ZH : EN;
}
