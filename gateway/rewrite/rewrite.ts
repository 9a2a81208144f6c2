import {
	type DirectiveNode,
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type InlineFragmentNode,
	Kind,
	type OperationDefinitionNode,
	type SelectionNode,
	type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../shared/fragments.ts";
import type { Values } from "../limits/values.ts";
import { type GraphNames, type OwnNames, ownNames } from "./own-names.ts";

/** An operation with internal names and without @skip and @include. */
export type Rewritten = {
	document: DocumentNode;
	operation: OperationDefinitionNode;
	names: OwnNames;
};

type Fragment = Pick<InlineFragmentNode, "typeCondition" | "selectionSet">;

const CONDITIONS = new Set(["skip", "include"]);
export const isCondition = ({ name }: DirectiveNode): boolean => CONDITIONS.has(name.value);

const nameNode = (value: string) => ({ kind: Kind.NAME as const, value });
const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
	kind: Kind.SELECTION_SET,
	selections,
});

/** Selected in addition to the client's fields, and removed from the response. */
export const ADDED_TYPENAME: FieldNode = { kind: Kind.FIELD, name: nameNode("__typename") };

export const hasFragment = ({ selectionSet }: { selectionSet: SelectionSetNode }): boolean =>
	selectionSet.selections.some(({ kind }) => kind !== Kind.FIELD);

/**
 * The operation to plan: @skip and @include are evaluated with `values`, and client aliases are replaced. An empty
 * selection set gets a placeholder field.
 */
export function rewriteOperation(
	document: DocumentNode,
	operation: OperationDefinitionNode,
	values: Values,
	graph: GraphNames,
): Rewritten {
	const names = ownNames(graph);
	const placeholder: FieldNode = {
		kind: Kind.FIELD,
		alias: nameNode(names.placeholder),
		name: nameNode("__typename"),
	};
	const written = fragmentsOf(document);
	const narrowing = new Map<string, boolean>();
	/** Undefined if a fragment becomes empty. */
	const fragments = new Map<string, FragmentDefinitionNode | undefined>();

	function fragmentOf(name: string): FragmentDefinitionNode | undefined {
		const fragment = written.get(name);
		if (!fragment || fragments.has(name)) return fragments.get(name);
		const selections = selectionsOf(fragment.selectionSet);
		const rewritten =
			selections.length > 0 ? { ...fragment, selectionSet: setOf(selections) } : undefined;
		fragments.set(name, rewritten);
		return rewritten;
	}

	function selectionsOf(set: SelectionSetNode): SelectionNode[] {
		return set.selections.flatMap((node): SelectionNode[] => {
			if (values.isExcluded(node)) return [];
			const directives = node.directives?.filter((one) => !isCondition(one));
			if (node.kind === Kind.FRAGMENT_SPREAD)
				return fragmentOf(node.name.value) ? [{ ...node, directives }] : [];
			if (node.kind === Kind.INLINE_FRAGMENT) {
				const selections = selectionsOf(node.selectionSet);
				return selections.length > 0
					? [{ ...node, directives, selectionSet: setOf(selections) }]
					: [];
			}
			const name = names.of(node);
			const alias = name === node.name.value ? undefined : nameNode(name);
			const selectionSet = node.selectionSet && filled(node.selectionSet);
			return [{ ...node, alias, directives, selectionSet }];
		});
	}

	function narrowsAgain(name: string): boolean {
		const known = narrowing.get(name);
		if (known !== undefined) return known;
		const fragment = written.get(name);
		const narrows = fragment !== undefined && isNarrowedAgain(fragment);
		narrowing.set(name, narrows);
		return narrows;
	}

	function isNarrowedAgain({ typeCondition, selectionSet }: Fragment): boolean {
		return typeCondition && graph.abstract.has(typeCondition.name.value)
			? hasFragment({ selectionSet })
			: isNarrowed(selectionSet);
	}

	/** Whether fragments on interfaces or unions are nested. */
	function isNarrowed({ selections }: SelectionSetNode): boolean {
		return selections.some((node) => {
			if (node.kind === Kind.FIELD) return false;
			return node.kind === Kind.FRAGMENT_SPREAD
				? narrowsAgain(node.name.value)
				: isNarrowedAgain(node);
		});
	}

	function filled(set: SelectionSetNode): SelectionSetNode {
		const selections = selectionsOf(set);
		if (selections.length === 0) return setOf([placeholder]);
		// Without it, the gateway treats the object as the interface, and omits fields of its concrete type.
		return setOf(isNarrowed(set) ? [...selections, ADDED_TYPENAME] : selections);
	}

	const rewritten = { ...operation, selectionSet: filled(operation.selectionSet) };
	const used = [...fragments.values()].filter((one) => one !== undefined);
	return {
		document: { kind: Kind.DOCUMENT, definitions: [rewritten, ...used] },
		operation: rewritten,
		names,
	};
}
