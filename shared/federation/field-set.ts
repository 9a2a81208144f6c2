import { Kind, parse, type SelectionSetNode } from "graphql";

function pathsOf(set: SelectionSetNode, above = ""): string[] {
	return set.selections.flatMap((selection) => {
		if (selection.kind !== Kind.FIELD)
			return selection.kind === Kind.INLINE_FRAGMENT ? pathsOf(selection.selectionSet, above) : [];
		const path = above + selection.name.value;
		return selection.selectionSet ? pathsOf(selection.selectionSet, `${path}.`) : [path];
	});
}

/** The paths that a FieldSet such as "id institute { id }" names. */
export function pathsOfFieldSet(fields: string): string[] {
	const [definition] = parse(`{ ${fields} }`).definitions;
	return definition?.kind === Kind.OPERATION_DEFINITION ? pathsOf(definition.selectionSet) : [];
}
