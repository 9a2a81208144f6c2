import { Kind, type OperationDefinitionNode, type SelectionNode, type ValueNode } from "graphql";

/** Reads values of an operation as they will be used: a variable's is the given one, otherwise its default. */
export type Values = {
	/** A number or a boolean; undefined for everything else. */
	of(node: ValueNode | undefined): unknown;
	/** Whether @skip or @include leaves a selection out. */
	leavesOut(node: SelectionNode): boolean;
};

/** `used` fills with the names of the variables that were read. */
export function valuesOf(
	operation: OperationDefinitionNode,
	variables: Readonly<Record<string, unknown>>,
	used: Set<string>,
): Values {
	const defaults = new Map(
		(operation.variableDefinitions ?? []).map((one) => [one.variable.name.value, one.defaultValue]),
	);
	function of(node: ValueNode | undefined): unknown {
		if (node?.kind === Kind.INT) return Number(node.value);
		if (node?.kind === Kind.BOOLEAN) return node.value;
		if (node?.kind !== Kind.VARIABLE) return undefined;
		const name = node.name.value;
		used.add(name);
		const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
		return given ?? of(defaults.get(name));
	}
	return {
		of,
		leavesOut: ({ directives }) =>
			(directives ?? []).some(({ name, arguments: given }) => {
				if (name.value !== "skip" && name.value !== "include") return false;
				const condition = of(given?.find((one) => one.name.value === "if")?.value);
				return condition === (name.value === "skip");
			}),
	};
}
