import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

const EXAMPLES = join(ROOT, "docs/examples");

/** The example queries, one file each. */
const examples = readdirSync(EXAMPLES)
	.filter((file) => file.endsWith(".graphql"))
	.map((file) => [file, readFileSync(join(EXAMPLES, file), "utf8")] as const);

/** Name and text of queries that must give the same response in every deployment; those named "bad …" are rejected. */
export const queries: Array<readonly [string, string]> = [
	...examples,
	[
		"all centers and their trainings",
		"{ mepCenters { totalCount nodes { id engagements(first: 10, where: { kinds: [TRAINING] }) { nodes { id sme { name } } } } } }",
	],
	[
		"facilities and courses",
		"{ facilities(first: 200) { totalCount nodes { id institute { id name } traces { totalCount } } } courses { totalCount nodes { peopleTrained traces { totalCount } } } }",
	],
	[
		"technologies",
		"{ technologies { nodes { name institute { networks { id } } traces { nodes { sme { name } } } } } }",
	],
	[
		"networks",
		"{ networks { id institutes { totalCount } metrics(fiscalYears: [2019]) { property value asPrinted source { url readOn } } } }",
	],
	[
		"embedded",
		"{ yes: trace(where: { embedded: true }) { totalCount } no: trace(where: { embedded: false }) { totalCount } }",
	],
	[
		"money, members and evaluation",
		"{ networks { id members { latest { value } smeShare { value unit } mix { property value } } keyFigures(fiscalYear: 2017) { figure value absent } evaluation(fiscalYear: 2017) { indicators { definition { name } status value } } } institutes(first: 5) { nodes { id funding { matchRatio phase(year: 2017) { funds } } tiers { name entitlements { level } } memberships { totalCount nodes { sme { name } tier { name } } } evaluation(fiscalYear: 2018) { indicators { status } } } } }",
	],
	[
		"words in two languages",
		'{ institutes(search: "纤维") { nodes { id } } mepCenters(search: "university georgia") { totalCount } smes(search: "inc group") { nodes { name } } }',
	],
	[
		"nodes of every owner, and a filtered trace",
		`{ ${[
			"america-makes",
			"ga-mep",
			"ma-massmep-award",
			"ma-massmep-award-observation",
			"D01",
			"america-makes-gold-shared-data",
			"sme_vartega-inc-co",
			"eng-vartega-inc-iacmi",
			"nowhere",
		]
			.map(
				(id, index) =>
					`n${index}: node(id: "${id}") { __typename id ... on Institute { name embeddings { id } } ... on MepCenter { name traces { totalCount } } ... on Award { amount { amount } source { id } } ... on Observation { value source { url } } ... on Doubt { what } ... on Entitlement { right level } ... on Sme { name } ... on Engagement { sme { name } institute { name } } }`,
			)
			.join(" ")} }`,
	],
	[
		"the end of lists",
		"{ mepCenters(last: 3) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } trace(last: 2, where: { fiscalYears: [2018] }) { nodes { id } } networks { institutes(last: 1) { nodes { id } } } }",
	],
	["bad page from both ends", "{ mepCenters(first: 2, last: 2) { totalCount } }"],
	["bad id", '{ trace(where: { centerIds: ["nowhere"] }) { totalCount } }'],
	["bad network", '{ trace(where: { institute: { networkIds: ["nowhere"] } }) { totalCount } }'],
	[
		"bad institute of an embedding",
		'{ embeddings(where: { instituteIds: ["nowhere"] }) { totalCount } }',
	],
	["bad page", "{ mepCenters(first: 201) { totalCount } }"],
	["bad state", '{ institutes(where: { states: ["ohio"] }) { totalCount } }'],
	["bad cursor", '{ courses(after: "x") { totalCount } }'],
	[
		"unknown ids of lookups",
		'{ institute(id: "x") { id } mepCenter(id: "x") { id } network(id: "x") { id } sme(id: "x") { id } engagement(id: "x") { id } }',
	],
];
