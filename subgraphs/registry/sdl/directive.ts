import { type ConstDirectiveNode, Kind } from "graphql";

/** A directive's name without the prefix that a schema may write it with: "@federation__key" is "@key". */
export function nameOf(directive: { name: { value: string } }): string {
	return directive.name.value.replace(/^federation__/, "");
}

/** A text that a directive is given. */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
	const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
	return value?.kind === Kind.STRING ? value.value : undefined;
}
