/** Table → seed file, its key column there, and columns that must be equal (table → file). */
export const SEEDED: Array<[table: string, file: string, columns: Record<string, string>]> = [
	["networks", "networks.csv", { id: "id", name: "name", native_name: "native_name" }],
	[
		"institutes",
		"institutes.csv",
		{ id: "id", name: "name", native_name: "native_name", sponsor: "sponsor", mission: "mission" },
	],
	[
		"facilities",
		"facilities.csv",
		{ id: "id", capability: "capability", source_url: "source_url" },
	],
	["courses", "courses.csv", { id: "id", people_trained: "people_trained" }],
	["technologies", "technologies.csv", { id: "id", name: "name" }],
	["projects", "projects.csv", { id: "id", partners: "partners", call_id: "call_id" }],
	["project-calls", "calls.csv", { id: "id", criteria: "criteria", amount_usd: "amount_usd" }],
	[
		"roadmap-areas",
		"roadmap-areas.csv",
		{ id: "id", native_name: "native_name", from_year: "from_year" },
	],
	[
		"membership-tiers",
		"tiers.csv",
		{ id: "id", dues_a_year: "dues_a_year", as_printed: "as_printed" },
	],
	[
		"entitlements",
		"entitlements.csv",
		{ id: "id", right: "right", level: "level", source_line: "line" },
	],
	["doubts", "doubts.csv", { id: "id", printed: "printed", right: "right", why: "why" }],
	["indicators", "indicators.csv", { id: "id", name: "name", source_line: "line" }],
	[
		"readiness-levels",
		"mrl-levels.csv",
		{ level: "level", native_definition: "native_definition" },
	],
	["documents", "documents.csv", { id: "id", source_document: "title", as_of: "as_of" }],
	[
		"mep-centers",
		"mep-centers.csv",
		{ id: "id", host_organization: "host_organization", note: "note" },
	],
	["embeddings", "embeddings.csv", { id: "id", kind: "placement_kind", award_usd: "award_usd" }],
];
