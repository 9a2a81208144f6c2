import {
	type FieldNode,
	type GraphQLField,
	type GraphQLOutputType,
	getNullableType,
	isListType,
} from "graphql";
import type { Values } from "./values.ts";
import type { ListSize } from "./weights.ts";

/** Arguments that say how long a list is, where no @listSize names others. */
const PAGING = ["first", "last", "limit", "take", "pageSize"];

/** How long lists of an object are, as the field that returned it said; without names, all that take no `first` themselves. */
export type Sized = { length: number; fields: string[] } | undefined;

export type ListField = {
	field: GraphQLField<unknown, unknown>;
	node: FieldNode | undefined;
	told: ListSize | undefined;
	above: Sized;
	/** How long it is where nothing says so. */
	assumed: number;
};

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

/** The largest of the slicing arguments; one that is absent or null has its default. */
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

/** How often a field's object stands in its answer, and how long the lists of that object are. */
export function sizeOf(asked: ListField, values: Values): { times: number; below: Sized } {
	const { field, told, above, assumed } = asked;
	const names = told && told.slicing.length > 0 ? told.slicing : PAGING;
	const length = slicedBy(names, asked, values) ?? told?.assumed;
	if (told && told.sized.length > 0)
		return { times: 1, below: { length: length ?? assumed, fields: told.sized } };
	if (!isList(field.type))
		return { times: 1, below: length === undefined ? undefined : { length, fields: [] } };
	const isSized = above && (above.fields.length === 0 || above.fields.includes(field.name));
	return { times: length ?? (isSized ? above.length : assumed), below: undefined };
}
