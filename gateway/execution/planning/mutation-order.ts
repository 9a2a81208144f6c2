import {
	type DocumentNode,
	type FieldNode,
	Kind,
	type OperationDefinitionNode,
	OperationTypeNode,
	type SelectionSetNode,
	visit,
} from "graphql";
import { fragmentsOf } from "../../../shared/fragments.ts";

/**
 * A document whose mutation has no fragments around its root fields. They run in the order in which they are written,
 * but the planner would run those of named fragments first.
 */
export function inWrittenOrder(
	document: DocumentNode,
	operation: OperationDefinitionNode,
): DocumentNode {
	if (operation.operation !== OperationTypeNode.MUTATION) return document;
	const fragments = fragmentsOf(document);
	const atRoot = new Set<string>();

	function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
		return selections.flatMap((node) => {
			if (node.kind === Kind.FIELD) return [node];
			if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet);
			const name = node.name.value;
			const fragment = fragments.get(name);
			if (!fragment || atRoot.has(name)) return [];
			atRoot.add(name);
			return fieldsOf(fragment.selectionSet);
		});
	}

	const selectionSet = { ...operation.selectionSet, selections: fieldsOf(operation.selectionSet) };
	const definitions = document.definitions.map((one) =>
		one === operation ? { ...operation, selectionSet } : one,
	);
	// The planner would put fields together again to any fragment that it knows.
	return visit(
		{ ...document, definitions },
		{
			FragmentDefinition: ({ name }) => (atRoot.has(name.value) ? null : undefined),
			FragmentSpread(node) {
				if (!atRoot.has(node.name.value)) return undefined;
				return { ...fragments.get(node.name.value), kind: Kind.INLINE_FRAGMENT, name: undefined };
			},
		},
	);
}
