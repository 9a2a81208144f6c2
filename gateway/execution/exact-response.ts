import {
	GraphQLError,
	type GraphQLLeafType,
	type GraphQLOutputType,
	type GraphQLSchema,
	isCompositeType,
	isEnumType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";
import type { Selected } from "./selected.ts";

type Fields = Record<string, unknown>;
type Path = Array<string | number>;

/** Whether a subgraph may answer a leaf with this value, which is not null. */
function isLeaf(type: GraphQLLeafType, value: unknown): boolean {
	if (isEnumType(type)) return typeof value === "string" && type.getValue(value) !== undefined;
	switch (type.name) {
		case "String":
			return typeof value === "string";
		case "ID":
			return typeof value === "string" || Number.isInteger(value);
		case "Int":
			return Number.isInteger(value);
		case "Float":
			return Number.isFinite(value);
		case "Boolean":
			return typeof value === "boolean";
		default:
			return true;
	}
}

/** Returned where a null is not allowed: the next object or list that may be null is null instead. */
const INVALID = Symbol("invalid");

/**
 * Completes what subgraphs answered in the operation's shape: nulls that are not allowed and values of wrong types become
 * null as GraphQL says, each with an error. The compiled response gives up where it meets one, and leaves it to this.
 */
export function exactResponse(
	schema: GraphQLSchema,
	selected: Selected,
	input: Fields,
): { data: Fields | null; errors: GraphQLError[] } {
	const errors: GraphQLError[] = [];
	const path: Path = [];
	/** Objects of no known type: they are null without an error, as Apollo's gateway has it. */
	let untold = 0;

	function report(what: string, type: unknown, parent: string): void {
		const last = path.at(-1);
		const where =
			typeof last === "number"
				? `array element of type ${type} at index ${last}`
				: `field ${parent}.${last}`;
		errors.push(
			new GraphQLError(`${what} ${where}.`, {
				path: [...path],
				extensions: { code: "INVALID_GRAPHQL" },
			}),
		);
	}

	function complete(
		type: GraphQLOutputType,
		value: unknown,
		below: Selected | undefined,
		parent: string,
	): unknown {
		if (isNonNullType(type)) {
			const before = errors.length + untold;
			const completed = complete(type.ofType, value, below, parent);
			if (completed !== null && completed !== INVALID) return completed;
			if (errors.length + untold === before)
				report("Cannot return null for non-nullable", type.ofType, parent);
			return INVALID;
		}
		if (value === null || value === undefined) return null;
		if (isListType(type)) {
			if (!Array.isArray(value)) return wrong(type, parent);
			let isInvalid = false;
			const list = value.map((element, index) => {
				path.push(index);
				const completed = complete(type.ofType, element, below, parent);
				path.pop();
				if (completed === INVALID) isInvalid = true;
				return completed;
			});
			return isInvalid ? null : list;
		}
		if (isCompositeType(type)) {
			if (typeof value !== "object" || Array.isArray(value) || !below) return wrong(type, parent);
			const named = (value as Fields).__typename;
			const runtime = named === undefined || named === null ? type : schema.getType(String(named));
			if (!isCompositeType(runtime)) {
				report("Invalid __typename found for object at", type, parent);
				return null;
			}
			const object = fieldsOf(below, runtime.name, value as Fields);
			return object === INVALID ? null : object;
		}
		return isLeaf(type, value) ? value : wrong(type, parent);
	}

	function wrong(type: GraphQLOutputType, parent: string): null {
		report("Invalid value found for", type, parent);
		return null;
	}

	function fieldsOf(below: Selected, typename: string, value: Fields): Fields | typeof INVALID {
		const runtime = schema.getType(typename);
		if (!isCompositeType(runtime)) return INVALID;
		const object: Fields = Object.create(null);
		for (const { own, client, type, isTypename, selected: inner } of below.fieldsOf(runtime)) {
			if (isTypename) {
				if (!isObjectType(runtime)) {
					untold++;
					return INVALID;
				}
				object[client] = runtime.name;
				continue;
			}
			const given = Object.hasOwn(value, own) ? value[own] : undefined;
			if (!type) {
				// Introspection, which the gateway has answered itself.
				object[client] = given ?? null;
				continue;
			}
			path.push(client);
			const completed = complete(type, given, inner, runtime.name);
			path.pop();
			if (completed === INVALID) return INVALID;
			object[client] = completed;
		}
		return object;
	}

	const data = fieldsOf(selected, selected.type.name, input);
	return { data: data === INVALID ? null : data, errors };
}
