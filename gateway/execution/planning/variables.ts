import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from "graphql";

/** The variable of a plan's own fetches. */
const PLANNERS = "representations";

/** A document to be planned; names of variables in it → those in the client's, where they differ. */
export type PlannedVariables = { document: DocumentNode; clients: ReadonlyMap<string, string> };

/** Renames a client's variable that would collide with the planner's own. */
export function withOwnVariables(
	document: DocumentNode,
	{ variableDefinitions = [] }: OperationDefinitionNode,
): PlannedVariables {
	const names = new Set(variableDefinitions.map(({ variable }) => variable.name.value));
	if (!names.has(PLANNERS)) return { document, clients: new Map() };
	let own = `_hub_${PLANNERS}`;
	while (names.has(own)) own += "_";
	const renamed = visit(document, {
		Variable: (node) =>
			node.name.value === PLANNERS
				? { ...node, name: { kind: Kind.NAME as const, value: own } }
				: undefined,
	});
	return { document: renamed, clients: new Map([[own, PLANNERS]]) };
}
