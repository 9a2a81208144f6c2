import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { subgraphsOf } from "../../gateway/cli/partner/sandbox/subgraphs.ts";
import { compose } from "../../gateway/composition/compose.ts";
import { ROOT } from "../support/paths.ts";

const LINK =
	'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible", "@tag", "@cost", "@listSize"])\n';

it("finds in the hub's supergraph the subgraphs that compose to the same supergraph", () => {
	const supergraph = readFileSync(join(ROOT, "gateway/supergraph.graphql"), "utf8");
	const subgraphs = subgraphsOf(supergraph);
	expect(subgraphs.map(({ name }) => name)).toEqual([
		"engagements",
		"institutes",
		"mep",
		"registry",
	]);
	// The first line is the digest by which a start knows it.
	expect(compose(subgraphs).trim()).toBe(supergraph.replace(/^#.*\n/, "").trim());
});

it("keeps all that federation can say of a field, a type or a value", () => {
	const written = {
		a: `type Query { media: [Media!]! @listSize(assumedSize: 5) one(in: In): Either }
			interface Media @key(fields: "id") { id: ID! title: String @inaccessible }
			type Book implements Media @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String! title: String weight: Int @shareable price: Int @tag(name: "x") }
			type Film implements Media @key(fields: "id") { id: ID! title: String }
			union Either = Book | Film
			enum Size { S M }
			input In { size: Size a: Int }
			type Shared @shareable { x: Int y: Int }
			scalar Day @specifiedBy(url: "https://example.org/day")
			type Owner @key(fields: "id", resolvable: false) { id: ID! }
			extend type Query { owner: Owner shared: Shared day(of: Size): Day }`,
		b: `type Book @key(fields: "isbn") { isbn: String! weight: Int @external price: Int @override(from: "a") postage: Int @requires(fields: "weight") }
			type Owner @key(fields: "id") { id: ID! name: String! books: [Book!] @provides(fields: "weight") }
			enum Size { S M }
			type Shared @shareable { x: Int y: Int }
			type Query { sizes(of: Size): [Size!] other: Shared }`,
		c: `type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int @cost(weight: 3) }`,
	};
	const parts = Object.entries(written).map(([name, sdl]) => ({ name, url: "", sdl: LINK + sdl }));
	const supergraph = compose(parts);
	// The order of @link follows that of the directives' first use.
	const lines = (text: string) => text.split("\n").sort();
	expect(lines(compose(subgraphsOf(supergraph)))).toEqual(lines(supergraph));
});

it("refuses what is no supergraph", () => {
	expect(() => subgraphsOf("type Query { a: Int }")).toThrow("no enum join__Graph");
});
