import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchemaOf } from "../../gateway/composition/api-schema.ts";
import { composeInWorker } from "../../gateway/composition/compose-in-worker.ts";
import { withNullablePartnerFields } from "../../shared/federation/nullable-partner-fields.ts";

const link = (imports: string) =>
	`extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${imports}])\n`;
const OWN = {
	name: "hub",
	url: "in-process:hub",
	sdl: `${link('"@key"')} type Query { smes: [Sme!]! } type Sme @key(fields: "id") { id: ID! name: String! }`,
};
const partner = (name: string, sdl: string) => ({
	name,
	url: "http://127.0.0.1/",
	sdl: link('"@key"') + sdl,
});

describe("a supergraph of the hub and partners", () => {
	it("makes a partner's fields on others' records nullable, and keeps its keys and own types", async () => {
		const [composed] = await composeInWorker({
			own: [OWN],
			graphs: [
				[
					partner(
						"colleges",
						`interface Named { id: ID! name: String! }
						type Query { programs: [Program!]! }
						type Sme @key(fields: "id") { id: ID! programs: [Program!]! site: Site! }
						type Program implements Named @key(fields: "id") { id: ID! name: String! }
						type Site { city: String! }`,
					),
				],
			],
		});
		expect(composed?.left).toEqual([]);
		const schema = buildSchema(apiSchemaOf(composed?.supergraph ?? ""));
		const types = (name: string) =>
			Object.fromEntries(
				Object.values(
					(
						schema.getType(name) as never as {
							getFields(): Record<string, { name: string; type: object }>;
						}
					).getFields(),
				).map((field) => [field.name, String(field.type)]),
			);
		expect(types("Query")).toEqual({ smes: "[Sme!]!", programs: "[Program!]" });
		expect(types("Sme")).toEqual({
			id: "ID!",
			name: "String!",
			programs: "[Program!]",
			site: "Site",
		});
		expect(types("Program")).toEqual({ id: "ID!", name: "String" });
		expect(types("Named")).toEqual({ id: "ID!", name: "String" });
		expect(types("Site")).toEqual({ city: "String!" });
	});

	it("leaves out only partners that do not compose with it or with an earlier partner", async () => {
		const [composed, other] = await composeInWorker({
			own: [OWN],
			graphs: [
				[
					partner("one", "type Query { a: Int } type Thing { x: Int }"),
					partner("two", "type Query { b: Int } type Thing { x: String }"),
					partner("broken", "type Query {"),
					partner("three", "type Query { c: Int }"),
				],
				[partner("missing", "type Query { d: Gone }")],
			],
		});
		expect(composed?.left.map(({ name }) => name).sort()).toEqual(["broken", "two"]);
		expect(composed?.supergraph).toMatch(/c: Int/);
		expect(other?.left).toEqual([{ name: "missing", reason: expect.stringContaining("Gone") }]);
	});

	it("has a composition timeout, and reports errors of the hub's own schemas", async () => {
		const graphs = Array.from({ length: 100 }, () => []);
		await expect(composeInWorker({ own: [OWN], graphs }, 1)).rejects.toThrow(
			"not composed within 1 ms",
		);
		await expect(
			composeInWorker({ own: [{ ...OWN, sdl: "type Query { x: Gone }" }], graphs: [[]] }),
		).rejects.toThrow("Gone");
	});
});

it("fields that another subgraph owns, or may own, keep their type, with any name of the directives", () => {
	const text = withNullablePartnerFields(
		`${link('{ name: "@key", as: "@k" }, "@shareable"')}
		type Sme @k(fields: "id") { id: ID! state: String! @federation__external name: String! @shareable added: Int! }
		extend type Course { seats: Int! }
		type Plain { x: Int! }`,
	);
	for (const kept of [
		"id: ID!",
		"state: String! @federation__external",
		"name: String! @shareable",
		"x: Int!",
	])
		expect(text).toContain(kept);
	expect(text).toMatch(/added: Int\n/);
	expect(text).toMatch(/seats: Int\n/);
});
