import {
	type FieldNode,
	type GraphQLField,
	type GraphQLOutputType,
	getNullableType,
	isListType,
} from "graphql";
import type { Values } from "./values.ts";
import type { ListSize } from "./weights.ts";

/** Arguments that determine the length of a list without @listSize. */
const PAGING_ARGUMENTS = ["first", "last", "limit", "take", "pageSize"];

/** Length of the lists of an object, set by the field that returned it; empty `fields` means all lists without their own `first`. */
export type Sized = { length: number; fields: string[] } | undefined;

export type ListField = {
	field: GraphQLField<unknown, unknown>;
	node: FieldNode | undefined;
	declared: ListSize | undefined;
	/** Set by the parent field. */
	inherited: Sized;
	/** Length if unknown. */
	assumed: number;
};

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

/** The largest of the slicing arguments; if absent or null, its default is used. */
function slicedBy(names: string[], { field, node }: ListField, values: Values): number | undefined {
	let largest: number | undefined;
	for (const { name, defaultValue } of field.args) {
		if (!names.includes(name)) continue;
		const given = values.of(node?.arguments?.find((one) => one.name.value === name)?.value);
		const length = given ?? defaultValue;
		if (typeof length === "number") largest = Math.max(largest ?? 0, length);
	}
	return largest;
}

/** Number of objects that a field returns (`times`), and the length of their nested lists. */
export function sizeOf(list: ListField, values: Values): { times: number; nested: Sized } {
	const { field, declared, inherited, assumed } = list;
	const names = declared && declared.slicing.length > 0 ? declared.slicing : PAGING_ARGUMENTS;
	const length = slicedBy(names, list, values) ?? declared?.assumed;
	if (declared && declared.sized.length > 0)
		return { times: 1, nested: { length: length ?? assumed, fields: declared.sized } };
	if (!isList(field.type))
		return { times: 1, nested: length === undefined ? undefined : { length, fields: [] } };
	const isSized =
		inherited && (inherited.fields.length === 0 || inherited.fields.includes(field.name));
	return { times: length ?? (isSized ? inherited.length : assumed), nested: undefined };
}
