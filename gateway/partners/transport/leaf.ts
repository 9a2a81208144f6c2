import { type GraphQLLeafType, isEnumType } from "graphql";

const INT = 2 ** 31;

/** A leaf's value coerced to its type, or undefined if the partner's value is invalid. */
export function leafOf(type: GraphQLLeafType, value: unknown): unknown {
	if (isEnumType(type))
		return typeof value === "string" && type.getValue(value) ? value : undefined;
	switch (type.name) {
		case "String":
			return typeof value === "string" ? value : undefined;
		case "ID":
			if (Number.isSafeInteger(value)) return String(value);
			return typeof value === "string" ? value : undefined;
		case "Boolean":
			return typeof value === "boolean" ? value : undefined;
		case "Int":
			return Number.isInteger(value) && (value as number) >= -INT && (value as number) < INT
				? value
				: undefined;
		case "Float":
			return Number.isFinite(value) ? value : undefined;
		default:
			return value;
	}
}
