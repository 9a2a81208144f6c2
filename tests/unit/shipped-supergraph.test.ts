import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compose } from "../../gateway/composition/compose.ts";
import { composeOwn } from "../../gateway/composition/compose-own.ts";
import { shippedSupergraph } from "../../gateway/composition/shipped.ts";
import { subgraphNames } from "../../gateway/composition/subgraph-names.ts";
import { ROOT } from "../support/paths.ts";

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const own = ["registry", "institutes", "mep", "engagements"].map((name, index) => ({
	name,
	url: `http://host-${index}:4000/"quoted"`,
	sdl: read(`subgraphs/${name}/schema.graphql`),
}));

it("is what the subgraphs compose to, with the addresses that they have here", () => {
	const composed = compose(own);
	expect(shippedSupergraph(own)).toBe(composed);
	expect([...subgraphNames(composed)]).toEqual(["engagements", "institutes", "mep", "registry"]);
});

it("is not used for other schemas, other subgraphs, or a file that was changed", async () => {
	const other = own.map((one) =>
		one.name === "mep"
			? { ...one, sdl: `${one.sdl}\nextend type Query { addedHere: String }\n` }
			: one,
	);
	expect(shippedSupergraph(other)).toBeUndefined();
	expect(await composeOwn(other)).toMatch(/addedHere: String @join__field\(graph: MEP\)/);
	expect(shippedSupergraph(own.slice(1))).toBeUndefined();
	const file = read("gateway/supergraph.graphql");
	expect(shippedSupergraph(own, file.replace("  traces(", "  tracks("))).toBeUndefined();
	expect(shippedSupergraph(own, file.split("\n").slice(1).join("\n"))).toBeUndefined();
});
