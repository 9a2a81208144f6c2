import { Kind, parse, type SelectionSetNode } from "graphql";

/** A field, and the type that a fragment narrows its parent to. */
type Step = { on: string | null; field: string };

/** One field of a field set, with the fields above it. */
export type Path = Step[];

function pathsIn(set: SelectionSetNode, above: Path, on: string | null): Path[] {
	return set.selections.flatMap((node) => {
		if (node.kind === Kind.INLINE_FRAGMENT)
			return pathsIn(node.selectionSet, above, node.typeCondition?.name.value ?? on);
		if (node.kind !== Kind.FIELD) return [];
		const path = [...above, { on, field: node.name.value }];
		return [path, ...(node.selectionSet ? pathsIn(node.selectionSet, path, null) : [])];
	});
}

/** Every field that a field set such as "id owner { id }" names; none where it cannot be read. */
export function pathsOf(fieldSet: string): Path[] {
	try {
		const [node] = parse(`{ ${fieldSet} }`, { maxTokens: 1000 }).definitions;
		return node?.kind === Kind.OPERATION_DEFINITION ? pathsIn(node.selectionSet, [], null) : [];
	} catch {
		return [];
	}
}

/** The same text for the same key, however it is spaced and ordered. */
export function keyText(fieldSet: string): string {
	return pathsOf(fieldSet)
		.map((path) => path.map(({ on, field }) => (on ? `${on}:${field}` : field)).join("."))
		.sort()
		.join(" ");
}
