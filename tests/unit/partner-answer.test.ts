import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeAnswer } from "../../gateway/partners/transport/answer.ts";
import { partnerOperation } from "../../gateway/partners/transport/operation.ts";
import { whatIsTold } from "../../gateway/partners/transport/representations.ts";
import { partnerSchema } from "../../gateway/partners/transport/schema.ts";

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external"])
type Query { programs: [Program!] }
type Program @key(fields: "id") { id: ID! name: String! level: Level seats: Int cost: Float open: Boolean tags: [String!] about: Any }
enum Level { CERTIFICATE DEGREE }
scalar Any
union Award = Program | Sme
type Sme @key(fields: "id") @key(fields: "site { code }") {
	id: ID! site: Site @external state: String @external
	programs: [Program!] awards: [Award] near: [Program!] @requires(fields: "state")
}
type Site { code: ID! }`;
const partner = partnerSchema("colleges", "http://127.0.0.1/", SDL);
const ENTITIES = partnerOperation(
	`query Client__colleges__1($representations: [_Any!]!, $x: Boolean!) { _entities(representations: $representations) {
		... on Sme { programs { name level seats cost open tags about twice: seats } awards { __typename ... on Program { name } } near @include(if: $x) { id } } } }`,
	partner,
);
const SMES = [
	{ __typename: "Sme", id: "sme_a" },
	{ __typename: "Sme", id: "sme_b" },
];
const right = (id: string, more: object = {}) => ({
	__typename: "Sme",
	hubKey_id: id,
	programs: [],
	awards: null,
	...more,
});
const shape = (entities: unknown, errors?: unknown) =>
	shapeAnswer({ data: { _entities: entities }, errors }, ENTITIES, partner.schema, SMES);
const program = {
	name: "Welding",
	level: "DEGREE",
	seats: 3,
	cost: 1.5,
	open: true,
	tags: ["a"],
	about: { any: [1] },
	twice: 4,
};

describe("an operation for a partner", () => {
	it("contains no names of the client, and requests type and keys", () => {
		expect(ENTITIES.text).not.toContain("Client");
		expect(ENTITIES.text.replace(/\s+/g, " ")).toContain(
			"{ __typename ... on Sme { hubKey_id: id programs",
		);
	});
});

describe("a response", () => {
	it("keeps only what was requested", () => {
		const { data, faults } = shape([
			right("sme_a", { programs: [program], name: "PWNED", __proto__: null, near: [{ id: 7 }] }),
			null,
		]);
		expect(faults).toEqual([]);
		expect(JSON.parse(JSON.stringify(data))).toEqual({
			_entities: [{ programs: [program], awards: null, near: [{ id: "7" }] }, null],
		});
	});

	it("for another record, another type or without its key is dropped", () => {
		const { data, faults } = shape([right("sme_b"), { ...right("sme_b"), __typename: "Program" }]);
		expect(data).toEqual({ _entities: [null, null] });
		expect(faults.map(({ path, reason }) => [path, reason])).toEqual([
			[["_entities", 0], "it is another record than the one asked for"],
			[["_entities", 1], "it is of another type"],
		]);
		expect(shape([{ __typename: "Sme", programs: [] }, null]).faults).toHaveLength(1);
	});

	it.each([
		["name", 3],
		["name", null],
		["name", ["x"]],
		["level", "PHD"],
		["seats", "3"],
		["seats", 2 ** 31],
		["seats", 1.5],
		["cost", "NaN"],
		["open", "yes"],
		["tags", "a"],
		["tags", [1]],
		["tags", { length: 1 }],
	])("with an invalid %s (%j) gets null there, and keeps the rest", (field, value) => {
		const { data, faults } = shape([
			right("sme_a", { programs: [{ ...program, [field]: value }] }),
			null,
		]);
		expect(faults).toHaveLength(1);
		const [entity] = (data as { _entities: Array<{ programs: object[] }> })._entities;
		const wrong = Array.isArray(value) && field === "tags" ? [null] : null;
		expect(entity?.programs[0]).toEqual({ ...program, [field]: wrong });
	});

	it("with a type that is not possible or unknown there is dropped there", () => {
		for (const award of [
			{ __typename: "Site" },
			{ __typename: "Query" },
			{ __typename: 3 },
			{},
			"x",
			[],
		])
			expect(shape([right("sme_a", { awards: [award] }), null]).faults).toHaveLength(1);
	});

	it.each([[[]], [[null]], [[null, null, null]], [null], ["x"], [{ 0: null, 1: null, length: 2 }]])(
		"with %j for two entities is rejected as a whole",
		(entities) => {
			expect(() => shape(entities)).toThrow("asked for 2 entities");
		},
	);

	const refusing = (code: unknown, message: unknown = "hours: must be positive", status = 200) =>
		shapeAnswer(
			{
				data: { _entities: [null, null] },
				errors: [{ message, path: ["_entities", 0], extensions: { code } }],
			},
			ENTITIES,
			partner.schema,
			SMES,
			status,
		).reported[0]?.refusal;

	it.each([
		"BAD_USER_INPUT",
		"NOT_FOUND",
		"FORBIDDEN",
		"UNAUTHENTICATED",
		"CONFLICT",
		"RATE_LIMITED",
	])("that refuses what the client asked, with %s, says so in the partner's words", (code) => {
		expect(refusing(code)).toEqual({ code, message: "hours: must be positive" });
	});

	it("carries no other words of a partner's: not its own errors, nor what the hub asked wrongly or too often", () => {
		for (const code of ["UNAVAILABLE", "INTERNAL_SERVER_ERROR", "bad_user_input", undefined, 7, {}])
			expect(refusing(code)).toBeUndefined();
		for (const message of ["hubKey_id is wrong", 'Variable "$representations" is', 7, null])
			expect(refusing("BAD_USER_INPUT", message)).toBeUndefined();
		expect(refusing("RATE_LIMITED", "too fast", 429)).toBeUndefined();
		const long = refusing("BAD_USER_INPUT", `a\u0000b\u202e\nc ${"x".repeat(10_000)}`);
		expect(long?.message).toMatch(/^a b c x+$/);
		expect(long?.message).toHaveLength(500);
		expect(refusing("CONFLICT", " ")?.message).toBe("The partner gives no reason");
	});

	it("passes on the path of a partner's errors, never their messages", () => {
		const shaped = shape(
			[null, null],
			[
				{ message: "<script>", path: ["_entities", 1, "programs"] },
				{ message: "x", path: [{}] },
				"nonsense",
			],
		);
		expect(shaped.reported).toEqual([
			{ path: ["_entities", 1, "programs"] },
			{ path: [] },
			{ path: [] },
		]);
		expect(JSON.stringify(shaped)).not.toContain("script");
		expect(() => shapeAnswer({}, ENTITIES, partner.schema, SMES)).toThrow(
			"neither data nor errors",
		);
	});

	it("may be anything: the result has only requested names, and values of the right type", () => {
		const keys = fc.constantFrom(
			"programs",
			"awards",
			"name",
			"seats",
			"__typename",
			"hubKey_id",
			"__proto__",
			"constructor",
			"length",
		);
		const { json } = fc.letrec((tie) => ({
			json: fc.oneof(
				{ maxDepth: 6 },
				fc.jsonValue({ maxDepth: 1 }),
				fc.constantFrom("Sme", "sme_a", "Program"),
				fc.array(tie("json"), { maxLength: 4 }),
				fc.dictionary(keys, tie("json"), { maxKeys: 6, noNullPrototype: true }),
			),
		}));
		const names = new Set([
			...Object.keys(program),
			"programs",
			"awards",
			"near",
			"__typename",
			"id",
		]);
		const check = (value: unknown): void => {
			if (Array.isArray(value)) for (const one of value) check(one);
			else if (value !== null && typeof value === "object")
				for (const [name, inner] of Object.entries(value)) {
					expect(names).toContain(name);
					if (name === "seats") expect(inner === null || Number.isInteger(inner)).toBe(true);
					if (name === "name") expect(inner === null || typeof inner === "string").toBe(true);
					if (name !== "about") check(inner);
				}
		};
		fc.assert(
			fc.property(json, json, (one, other) => {
				const entity = {
					...right("sme_a"),
					...(one as object),
					__typename: "Sme",
					hubKey_id: "sme_a",
				};
				const { data } = shape([entity, other]);
				for (const found of (data as { _entities: unknown[] })._entities) check(found);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("what is disclosed to a partner", () => {
	const now = Date.parse("2026-01-01");
	const grant = {
		id: "1",
		partnerId: "p",
		kind: "REQUIRES_FIELD" as const,
		type: "Sme",
		field: "state",
		purpose: "",
		consumer: "",
		expiresAt: null,
	};

	it("is the key fields of each type by name, and the number of records", () => {
		expect(
			whatIsTold(
				[...SMES, { __typename: "Sme", site: { code: "x" } }, { __typename: "Program", id: "p1" }],
				partner,
				[],
				now,
			),
		).toEqual([
			{ type: "Sme", fields: ["id", "site.code"], representations: 3, ids: ["sme_a", "sme_b"] },
			{ type: "Program", fields: ["id"], representations: 1, ids: ["p1"] },
		]);
	});

	it("is a required field only while it is granted", () => {
		const asked = [{ __typename: "Sme", id: "sme_a", state: "US-GA" }];
		expect(whatIsTold(asked, partner, [grant], now)[0]?.fields).toEqual(["id", "state"]);
		for (const grants of [
			[],
			[{ ...grant, type: "Program" }],
			[{ ...grant, field: "stat" }],
			[{ ...grant, kind: "KEY" as const }],
			[{ ...grant, expiresAt: "2025-12-31T23:59:59Z" }],
		])
			expect(() => whatIsTold(asked, partner, grants, now)).toThrow(
				"Sme.state is neither its key nor granted",
			);
	});
});
