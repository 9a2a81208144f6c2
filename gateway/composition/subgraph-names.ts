import { Kind, parse } from "graphql";

/** Names of the subgraphs that a supergraph names. */
export function subgraphNames(supergraph: string): Set<string> {
	const graphs = parse(supergraph, { noLocation: true }).definitions.find(
		(node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph",
	);
	const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
	return new Set(
		values.flatMap(({ directives = [] }) =>
			directives
				.flatMap((one) => one.arguments ?? [])
				.flatMap(({ name, value }) =>
					name.value === "name" && value.kind === Kind.STRING ? [value.value] : [],
				),
		),
	);
}
