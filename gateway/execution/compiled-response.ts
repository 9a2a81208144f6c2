import {
	type GraphQLLeafType,
	type GraphQLOutputType,
	type GraphQLSchema,
	isCompositeType,
	isEnumType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { compileCode, objectOf, quoted, readOwn } from "./code.ts";
import { runtimesOf, type Selected } from "./selected.ts";

type Fields = Record<string, unknown>;

/** Writes the answer from what subgraphs answered; undefined where that has a null or a value that is not allowed. */
export type CompiledResponse = (input: Fields) => Fields | undefined;

const GIVE_UP = "throw giveUp;";

/** Source that is true for a value of a leaf type. */
function leafTest(type: GraphQLLeafType, value: string, given: Map<string, unknown>): string {
	if (isEnumType(type)) {
		const name = `enum_${type.name}`;
		given.set(name, new Set(type.getValues().map((one) => one.name)));
		return `${name}.has(${value})`;
	}
	switch (type.name) {
		case "String":
			return `typeof ${value} === "string"`;
		case "ID":
			return `(typeof ${value} === "string" || Number.isInteger(${value}))`;
		case "Int":
			return `Number.isInteger(${value})`;
		case "Float":
			return `Number.isFinite(${value})`;
		case "Boolean":
			return `typeof ${value} === "boolean"`;
		default:
			return "true";
	}
}

/**
 * Compiles a function that writes answers to one operation: an object literal for each type that it may meet. It takes
 * about a tenth of the time of a loop over the selection, and JSON is written faster from what it makes.
 */
export function compileResponse(schema: GraphQLSchema, selected: Selected): CompiledResponse {
	const given = new Map<string, unknown>([["giveUp", Symbol("give up")]]);
	const functions: string[] = [];
	let count = 0;

	function define(body: (name: string) => string): string {
		const name = `f${count++}`;
		functions.push(body(name));
		return name;
	}

	/** Source of the completed value of `value`, a variable that is not null. */
	function completed(type: GraphQLOutputType, value: string, below: Selected | undefined): string {
		if (isNonNullType(type)) return completed(type.ofType, value, below);
		if (isListType(type)) return `${listFunction(type.ofType, below)}(${value})`;
		if (below) return `${objectFunction(below)}(${value})`;
		return value;
	}

	/** Statements that replace the variable `value` by its completed value. */
	function completing(type: GraphQLOutputType, value: string, below: Selected | undefined): string {
		const inner = isNonNullType(type) ? type.ofType : type;
		const isLeaf = !isListType(inner) && !isCompositeType(inner);
		const test = isLeaf ? leafTest(inner as GraphQLLeafType, value, given) : "true";
		const whenNull = isNonNullType(type) ? GIVE_UP : `${value} = null;`;
		const check = test === "true" ? "" : `else if (!(${test})) ${GIVE_UP}`;
		const write = isLeaf ? check : `else ${value} = ${completed(inner, value, below)};`;
		return `if (${value} === null || ${value} === undefined) { ${whenNull} } ${write}`;
	}

	function listFunction(element: GraphQLOutputType, below: Selected | undefined): string {
		return define(
			(name) => `function ${name}(list) {
				if (!Array.isArray(list)) ${GIVE_UP}
				const made = [];
				for (let index = 0; index < list.length; index++) {
					let value = list[index];
					${completing(element, "value", below)}
					made.push(value);
				}
				return made;
			}`,
		);
	}

	function fieldsFunction(below: Selected, runtime: ReturnType<typeof runtimesOf>[number]): string {
		const statements: string[] = [];
		const properties = below.fieldsOf(runtime).map((field, index) => {
			const value = `v${index}`;
			if (field.isTypename) return [field.client, quoted(runtime.name)] as const;
			statements.push(`let ${value} = ${readOwn("object", field.own)};`);
			statements.push(
				field.type
					? completing(field.type, value, field.selected)
					: `if (${value} === undefined) ${value} = null;`,
			);
			return [field.client, value] as const;
		});
		return define(
			(name) => `function ${name}(object) {
				${statements.join("\n")}
				return ${objectOf(properties)};
			}`,
		);
	}

	const known = new Map<Selected, string>();

	function objectFunction(below: Selected): string {
		const existing = known.get(below);
		if (existing) return existing;
		const runtimes = runtimesOf(schema, below.type);
		const cases = runtimes.map(
			(runtime) => [runtime.name, fieldsFunction(below, runtime)] as const,
		);
		const own = isObjectType(below.type) ? cases[0]?.[1] : undefined;
		const name = define(
			(name) => `function ${name}(object) {
				if (typeof object !== "object" || Array.isArray(object)) ${GIVE_UP}
				switch (object.__typename) {
					${own ? "case undefined: case null:" : ""}
					${cases.map(([type, write]) => `case ${quoted(type)}: return ${write}(object);`).join("\n")}
					default: ${GIVE_UP}
				}
			}`,
		);
		known.set(below, name);
		return name;
	}

	const write = objectFunction(selected);
	return compileCode<CompiledResponse>(
		`${functions.join("\n")}
		return (input) => {
			try {
				return ${write}(input);
			} catch (error) {
				if (error === giveUp) return undefined;
				throw error;
			}
		};`,
		Object.fromEntries(given),
	);
}
