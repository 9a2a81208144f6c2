import {
	buildASTSchema,
	type DefinitionNode,
	type DocumentNode,
	type GraphQLSchema,
	isTypeDefinitionNode,
	isTypeExtensionNode,
} from "graphql";

/** Extensions of types that the subgraph itself does not define become definitions, once for each type. */
function selfContained({ definitions }: DocumentNode): DefinitionNode[] {
	const defined = new Set(definitions.filter(isTypeDefinitionNode).map(({ name }) => name.value));
	return definitions.map((node) => {
		if (!isTypeExtensionNode(node) || defined.has(node.name.value)) return node;
		defined.add(node.name.value);
		return { ...node, kind: node.kind.replace("Extension", "Definition") } as DefinitionNode;
	});
}

/** A subgraph's own schema, without the rules that federation's directives would break. */
export function looseSchema(document: DocumentNode): GraphQLSchema {
	return buildASTSchema(
		{ ...document, definitions: selfContained(document) },
		{ assumeValid: true, assumeValidSDL: true },
	);
}
