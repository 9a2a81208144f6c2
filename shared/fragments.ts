import { type DocumentNode, type FragmentDefinitionNode, Kind } from "graphql";

/** The fragments of a document by their names. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const one of document.definitions)
		if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
	return fragments;
}
