import { Kind, type OperationDefinitionNode, type SelectionNode, type ValueNode } from "graphql";

/** Reads argument values of an operation; a variable has its given value, otherwise its default. */
export type Values = {
	/** The value if it is a number or a boolean, otherwise undefined. */
	of(node: ValueNode | undefined): unknown;
	/** True if @skip or @include excludes a selection. */
	isExcluded(node: SelectionNode): boolean;
};

/** Adds the names of the variables that were read to `used`. */
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
		isExcluded: ({ directives }) =>
			(directives ?? []).some(({ name, arguments: given }) => {
				if (name.value !== "skip" && name.value !== "include") return false;
				const condition = of(given?.find((one) => one.name.value === "if")?.value);
				return condition === (name.value === "skip");
			}),
	};
}
