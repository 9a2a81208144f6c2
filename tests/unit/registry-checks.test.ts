// Over 300 lines: a table of schemas, one for each rule of a check.
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Grant, GrantKind } from "../../shared/registry.ts";
import type { SubgraphSdl } from "../../shared/subgraph/sdl.ts";
import type { CheckInput, PartnerSdl } from "../../subgraphs/registry/check/check-input.ts";
import { examine } from "../../subgraphs/registry/check/examine.ts";
import { claim, ownershipOf } from "../../subgraphs/registry/sdl/ownership.ts";
import { LINK, OWN, SCHEMA, SMALL } from "../support/registry-fixture.ts";

const grant = (kind: GrantKind, type: string, field: string | null = null): Grant => ({
	id: "g",
	partnerId: "college",
	kind,
	type,
	field,
	purpose: "a test",
	consumer: "a test",
	expiresAt: null,
});

/** What publishing these, one after another, recorded. */
function recordedOf(own: SubgraphSdl[], published: PartnerSdl[]) {
	const ownership = ownershipOf(
		own.map(({ sdl }) => parse(sdl)),
		[],
	);
	return published.flatMap(({ sdl, partnerId }) =>
		claim(ownership, parse(sdl), partnerId).map((coordinate) => ({ coordinate, partnerId })),
	);
}

async function found(body: string, more: Partial<CheckInput> = {}, link = LINK) {
	const { own = [SMALL], others = [], absent = [], before } = more;
	const { findings } = await examine({
		recorded: recordedOf(own, [...(before ? [before] : []), ...others, ...absent]),
		own: [SMALL],
		others: [],
		absent: [],
		before: null,
		candidate: {
			name: "college",
			url: "http://127.0.0.1:1",
			sdl: link + body,
			partnerId: "college",
		},
		namespace: "college",
		grants: [],
		operations: [],
		lastGate: false,
		...more,
	});
	return findings;
}
const errors = async (body: string, more: Partial<CheckInput> = {}, link = LINK) =>
	(await found(body, more, link))
		.filter(({ severity }) => severity === "ERROR")
		.map(({ rule, place }) => `${rule} ${place}`);
const root = "type Query { collegeName: String }";

describe("ownership", () => {
	it("lets a partner add types, fields by the owner's key, and root fields of its namespace", async () => {
		const body = `${root} extend type Sme @key(fields: "id") { id: ID! @external collegeRank: Int collegeDay: Day }
			type Award @key(fields: "id") { id: ID! sme: Sme } scalar Day type Mutation { collegeAward(id: ID!): Award }`;
		expect(await errors(body)).toEqual([]);
	});

	it.each<[name: string, body: string, error: string, grant?: Grant]>([
		[
			"a root field outside its namespace",
			"type Query { credentials: String }",
			"OWNERSHIP_ROOT_FIELD Query.credentials",
			grant("ROOT_FIELD", "Query", "credentials"),
		],
		[
			"a root field that only begins like it",
			"type Query { colleges: String }",
			"OWNERSHIP_ROOT_FIELD Query.colleges",
		],
		[
			"a mutation outside its namespace",
			`${root} type Mutation { award: String }`,
			"OWNERSHIP_ROOT_FIELD Mutation.award",
			grant("ROOT_FIELD", "Mutation", "award"),
		],
		[
			"the hub's root field",
			`type Query { sme(id: ID!): Sme @shareable } type Sme @key(fields: "id") { id: ID! }`,
			"OWNERSHIP_SHAREABLE Query.sme",
		],
		[
			"a subscription",
			`${root} type Subscription { collegeNews: String }`,
			"ROOT_TYPE Subscription.collegeNews",
		],
		[
			"root types of other names",
			"extend schema { query: Q } type Q { sme: String }",
			"ROOT_TYPE schema",
		],
		[
			"a field of the hub",
			`${root} type Sme @key(fields: "id") { id: ID! name: String! }`,
			"OWNERSHIP_SHAREABLE Sme.name",
		],
		[
			"a field of the hub, shared",
			`${root} type Sme @key(fields: "id") { id: ID! name: String! @shareable }`,
			"OWNERSHIP_SHAREABLE Sme.name",
		],
		[
			"a field of the hub, overridden",
			`${root} type Sme @key(fields: "id") { id: ID! name: String! @override(from: "hub") }`,
			"OWNERSHIP_OVERRIDE Sme.name",
			grant("OVERRIDE", "Sme", "name"),
		],
		[
			"a field of the hub, provided",
			`${root} type Award { sme: Sme @provides(fields: "name") } type Sme @key(fields: "id") { id: ID! name: String! @external }`,
			"OWNERSHIP_SHAREABLE Sme.name",
		],
		[
			"a field of the hub, required",
			`${root} type Sme @key(fields: "id") { id: ID! state: String @external collegeNear: String @requires(fields: "state") }`,
			"OWNERSHIP_REQUIRES_FIELD Sme.state",
			grant("REQUIRES_FIELD", "Sme", "state"),
		],
		[
			"a field of the hub, required by way of another",
			`${root} type Sme @key(fields: "id") { id: ID! owner: Owner @external collegeNear: String @requires(fields: "owner { phone }") } type Owner @key(fields: "id") { id: ID! phone: String @external }`,
			"OWNERSHIP_REQUIRES_FIELD Owner.phone",
		],
		[
			"a field of the hub, required in a fragment",
			`${root} type Sme @key(fields: "id") { id: ID! owner: Owner @external collegeNear: String @requires(fields: "owner { ... on Owner { phone } }") } type Owner @key(fields: "id") { id: ID! phone: String @external }`,
			"OWNERSHIP_REQUIRES_FIELD Owner.phone",
		],
		[
			"another key",
			`${root} type Sme @key(fields: "name") { name: String! @external collegeRank: Int }`,
			"OWNERSHIP_KEY Sme",
			grant("KEY", "Sme"),
		],
		[
			"an interface object",
			`${root} type Named @key(fields: "name") @interfaceObject { name: String! collegeRank: Int }`,
			"OWNERSHIP_INTERFACE_OBJECT Named",
		],
		[
			"an interface object whose field requires others, be it its own",
			`${root} type CollegeSite @key(fields: "id") @interfaceObject { id: ID! name: String @external collegeRank: Int @requires(fields: "name") }`,
			"INTERFACE_OBJECT_REQUIRES CollegeSite.collegeRank",
		],
		[
			"an interface of the hub",
			`${root} interface Named { name: String! } type Award implements Named { name: String! }`,
			"OWNERSHIP_INTERFACE_OBJECT Named",
		],
		[
			"an interface on the hub's type",
			`${root} interface Mine { id: ID! } type Sme implements Mine @key(fields: "id") { id: ID! collegeRank: Int }`,
			"OWNERSHIP_INTERFACE Sme",
		],
		[
			"an enum of the hub",
			`${root} enum Size { SMALL LARGE HUGE }`,
			"OWNERSHIP_USE_ENUM Size",
			grant("SHAREABLE", "Size"),
		],
		[
			"an input of the hub",
			`${root} input Filter { state: String }`,
			"OWNERSHIP_SHAREABLE Filter",
			grant("SHAREABLE", "Filter"),
		],
		[
			"a union of the hub",
			`${root} union Any = Mine type Mine { id: ID }`,
			"OWNERSHIP_SHAREABLE Any",
		],
		[
			"a shared type of the hub",
			`${root} type Money @shareable { amount: Float }`,
			"OWNERSHIP_DIRECTIVE Money",
		],
		["another kind of type", `${root} type Size { a: Int }`, "OWNERSHIP_TYPE Size"],
		[
			"a description of the hub's type",
			`${root} "Mine now." type Sme @key(fields: "id") { id: ID! collegeRank: Int }`,
			"OWNERSHIP_DESCRIPTION Sme",
		],
		[
			"@inaccessible on the hub's key",
			`${root} type Sme @key(fields: "id") { id: ID! @inaccessible collegeRank: Int }`,
			"OWNERSHIP_DIRECTIVE Sme.id",
		],
		[
			"@inaccessible on the hub's type, by its long name",
			`${root} type Sme @key(fields: "id") @federation__inaccessible { id: ID! collegeRank: Int }`,
			"OWNERSHIP_DIRECTIVE Sme",
		],
	])("refuses %s", async (_, body, error, allowed) => {
		expect(await errors(body)).toContain(error);
		if (!allowed) return;
		expect(await errors(body, { grants: [allowed] })).not.toContain(error);
		expect(
			await errors(body, { grants: [{ ...allowed, field: "other", type: "Other" }] }),
		).toContain(error);
	});

	it("sees through other names of federation's directives, and wants Federation 2", async () => {
		const url = '"https://specs.apollo.dev/federation/v2.7"';
		const stub = 'type Sme @key(fields: "id") { id: ID! collegeRank: Int }';
		for (const link of [
			`extend schema @link(url: ${url}, import: ["@key", { name: "@override", as: "@mine" }])\n`,
			`extend schema @link(url: ${url}, as: "f", import: ["@key"])\n`,
			'extend schema @link(url: "https://example.org/spec/v1.0")\n',
			`extend schema @link(url: ${url}, import: ["@key", "@composeDirective"]) @composeDirective(name: "@x")\n`,
			"",
		])
			expect(await errors(`${root} ${stub}`, {}, link)).toContain("LINK schema");
	});

	it.each(Array.from({ length: 15 }, (_, minor) => minor))(
		"composes a schema that links Federation 2.%i with both composers",
		async (minor) => {
			const imports =
				minor >= 12 ? '["@key", "@shareable", "@cacheTag"]' : '["@key", "@shareable"]';
			const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.${minor}", import: ${imports})\n`;
			const tag = minor >= 12 ? '@cacheTag(format: "rank")' : "";
			const body = `${root} type Sme @key(fields: "id") { id: ID! collegeRank: Int } type Rank @key(fields: "id") ${tag} { id: ID! }`;
			expect(await errors(body, { lastGate: true }, link)).toEqual([]);
		},
	);

	it("names one cause where a version is not known, or nothing of Federation 2 is linked", async () => {
		const linked = async (url: string) =>
			(await found(root, {}, `extend schema @link(url: "${url}", import: ["@key"])\n`)).map(
				({ message }) => message,
			);
		expect(await linked("https://specs.apollo.dev/federation/v2.15")).toEqual([
			"It links version 2.15 of Federation; the hub composes 2.0 to 2.14",
		]);
		expect(await linked("https://specs.apollo.dev/federation/v1.0")).toEqual([
			"It links version 1.0 of Federation; the hub composes 2.0 to 2.14",
		]);
		expect((await found(root, {}, "")).map(({ message }) => message)).toEqual([
			"It is not a Federation 2 schema; under Federation 1 every field could be shared",
		]);
	});

	it("lets everybody declare the shared types, exactly alike, and nobody own them", async () => {
		const page =
			"{ hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }";
		const alike = `${root} type PageInfo @shareable ${page}
			"""An instant.""" scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
			type College @key(fields: "id") { id: ID! since: DateTime page: PageInfo }`;
		expect(await errors(alike, { own: OWN, lastGate: true })).toEqual([]);
		const mill = {
			name: "mill",
			url: "x",
			partnerId: "mill",
			sdl: `${LINK} ${alike}`.replaceAll("college", "mill").replaceAll("College", "Mill"),
		};
		expect(await errors(alike, { others: [mill] })).toEqual([]);
		for (const other of [
			`type PageInfo ${page}`,
			"type PageInfo @shareable { hasNextPage: Boolean! }",
			`type PageInfo @shareable ${page.replace("}", "total: Int }")}`,
			`"What I say." type PageInfo @shareable ${page}`,
			`type PageInfo @shareable @inaccessible ${page}`,
			"enum DateTime { NOW }",
		])
			expect(await errors(`${root} ${other}`)).toEqual([
				expect.stringMatching(/^SHARED_TYPE (PageInfo|DateTime)$/),
			]);
	});

	it("holds between partners as between a partner and the hub", async () => {
		const others = [
			{
				name: "mill",
				url: "x",
				partnerId: "mill",
				sdl: `${LINK} type Query { millName: String } type Sme @key(fields: "id") { id: ID! rank: Int } type Loom @key(fields: "id") { id: ID! speed: Int }`,
			},
		];
		const body = (more: string) => `${root} ${more}`;
		expect(
			await errors(body('type Loom @key(fields: "id") { id: ID! collegeUse: Int }'), { others }),
		).toEqual([]);
		expect(
			await errors(body('type Loom @key(fields: "id") { id: ID! speed: Int }'), { others }),
		).toEqual(["OWNERSHIP_SHAREABLE Loom.speed"]);
		expect(
			await errors(body('type Sme @key(fields: "id") { id: ID! rank: Int }'), { others }),
		).toEqual(["OWNERSHIP_SHAREABLE Sme.rank"]);
		const mine = others.map((other) => ({ ...other, partnerId: "college" }));
		expect(
			await errors(body('type Sme @key(fields: "id") { id: ID! rank: Int @shareable }'), {
				others: mine,
			}),
		).toEqual(["COMPOSITION Sme.rank"]);
	});

	it("what is a suspended partner's stays its own", async () => {
		const absent = [
			{
				name: "mill",
				url: "x",
				partnerId: "mill",
				sdl: `${LINK} type Query { millName: String } type Loom { id: ID! }`,
			},
		];
		expect(await errors(`${root} type Loom { id: ID! speed: Int }`, { absent })).toEqual([
			"OWNERSHIP_SHAREABLE Loom.id",
		]);
	});

	it("a partner that does not compose with the hub any more keeps nobody else out", async () => {
		const others = [
			{
				name: "mill",
				url: "x",
				partnerId: "mill",
				sdl: `${LINK} type Query { millName: Missing }`,
			},
		];
		expect(await errors(root, { others })).toEqual([]);
	});
});

describe("composition", () => {
	it("tells place, reason and remedy", async () => {
		const [first] = await found(`${root} type Award { id: Missing }`);
		expect(first).toMatchObject({
			severity: "ERROR",
			rule: "COMPOSITION",
			message: expect.stringContaining("Missing"),
			remedy: expect.stringMatching(/./),
		});
	});

	it("passes both composers with the hub's own subgraphs as they are", async () => {
		expect(
			(await found(SCHEMA, { own: OWN, lastGate: true }, "")).map(({ rule, message }) => [
				rule,
				message,
			]),
		).toEqual([["ADDS", expect.any(String)]]);
	});
});

it("names that reach for prototypes are names like others", async () => {
	for (const name of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
		await found(
			`type Query { college: ${name} } type ${name} @key(fields: "id") { id: ID! constructor: String }`,
		);
		await found(
			`${root} type Sme @key(fields: "id") { id: ID! ${name}: String @requires(fields: "${name}") }`,
		);
	}
	expect(Object.keys(Object.getOwnPropertyDescriptors(Object.prototype))).not.toContain("id");
	expect(({} as Record<string, unknown>).fields).toBeUndefined();
});

describe("breaking changes", () => {
	const before = {
		name: "college",
		url: "x",
		partnerId: "college",
		sdl: `${LINK} ${root} type Sme @key(fields: "id") { id: ID! collegeRank: Int collegeYear(of: Int): Int }`,
	};
	const operation = (document: string, fields: string[]) => ({
		document,
		fields,
		name: "Ranks",
		count: 7,
		consumers: ["dashboard"],
	});
	const asked = operation("query Ranks { smes { collegeRank } }", [
		"Query.smes",
		"Sme.collegeRank",
	]);
	const without = `${root} type Sme @key(fields: "id") { id: ID! collegeYear(of: Int): Int }`;

	it("of what was asked are errors that name who asked", async () => {
		const findings = await found(without, { before, operations: [asked] });
		expect(findings.filter(({ severity }) => severity === "ERROR")).toEqual([
			expect.objectContaining({ rule: "BREAKING_CHANGE", place: "Sme.collegeRank" }),
			expect.objectContaining({
				rule: "BREAKS_OPERATION",
				place: "Ranks",
				message: expect.stringMatching(/asked 7 times by dashboard/),
			}),
		]);
	});

	it("of what nobody asked are warnings", async () => {
		const others = operation("query Other { smes { name } }", ["Query.smes", "Sme.name"]);
		for (const operations of [[], [others]]) {
			const findings = await found(without, { before, operations });
			expect(findings.map(({ severity, rule, place }) => [severity, rule, place])).toContainEqual([
				"WARNING",
				"DANGEROUS_CHANGE",
				"Sme.collegeRank",
			]);
			expect(findings.filter(({ severity }) => severity === "ERROR")).toEqual([]);
		}
	});

	it("of arguments count where an operation gives them", async () => {
		const gone = `${root} type Sme @key(fields: "id") { id: ID! collegeRank: Int collegeYear: Int }`;
		const gives = operation("query Ranks($y: Int) { smes { collegeYear(of: $y) } }", [
			"Query.smes",
			"Sme.collegeYear",
		]);
		expect(await errors(gone, { before, operations: [gives] })).toContain("BREAKS_OPERATION Ranks");
		expect(await errors(gone, { before, operations: [asked] })).toEqual([]);
	});

	it("are those of the graph as it is served, where a partner's fields may be null", async () => {
		const strict = {
			...before,
			sdl: before.sdl.replace("collegeRank: Int", "collegeRank: Int!"),
		};
		const loose = `${root} type Sme @key(fields: "id") { id: ID! collegeRank: Int collegeYear(of: Int): Int }`;
		expect(await errors(loose, { before: strict, operations: [asked] })).toEqual([]);
	});

	it("of another's schema are errors, granted or not, asked or not", async () => {
		const grants = [grant("SHAREABLE", "Size")];
		expect(
			await errors(`${root} enum Size { SMALL LARGE HUGE } type Award { size: Size }`, { grants }),
		).toEqual(["CHANGES_ANOTHERS Size.HUGE"]);
	});
});

describe("cost", () => {
	it("is known of lists, or warned of, and bounded", async () => {
		const rules = async (field: string) =>
			(await found(`${root} type Award { ${field} }`))
				.filter(({ rule }) => rule.startsWith("COST"))
				.map(({ rule }) => rule);
		expect(await rules("all: [Int]")).toEqual(["COST_UNKNOWN"]);
		expect(await rules("page(first: Int): [Int]")).toEqual([]);
		expect(await rules("few: [Int] @listSize(assumedSize: 20)")).toEqual([]);
		expect(await rules("many: [Int] @listSize(assumedSize: 20000)")).toEqual(["COST"]);
		expect(await rules("dear: [Int] @cost(weight: 200)")).toEqual(["COST"]);
		expect(await rules("one: Int @cost(weight: 50)")).toEqual([]);
	});

	it("cannot be hidden under another name of @cost or @listSize", async () => {
		const body = `${root} type Award { dear: Int @price(weight: 20000) many: [Int] @length(assumedSize: 20000) }`;
		const renamed = '{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@length" }';
		for (const url of ["federation/v2.9", "cost/v0.1"]) {
			const federation =
				url === "cost/v0.1"
					? '@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
					: "";
			const link = `extend schema ${federation} @link(url: "https://specs.apollo.dev/${url}", import: ["@key", ${renamed}])\n`;
			const findings = await found(body, {}, link);
			expect(findings[0]).toMatchObject({ severity: "ERROR", rule: "LINK", place: "schema" });
		}
		const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", ${renamed}])\n`;
		expect((await found(body, {}, link))[0]).toMatchObject({
			message: "It gives a federation directive another name",
			remedy: 'Import directives under their own names: import: ["@key"].',
		});
		const prefixed = await found(
			`${root} type Award { dear: Int @federation__cost(weight: 20000) }`,
			{},
			'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n',
		);
		expect(prefixed.map(({ rule, place }) => `${rule} ${place}`)).toContain("COST Award.dear");
	});
});
