import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";
import { compileCode, objectOf, quoted, readOwn } from "./code.ts";
import type { Required } from "./planning/required-arguments.ts";

type Fields = Record<string, unknown>;

/** Makes the representation of an object for `_entities`; null where the object lacks a field that is required. */
export type Represent = (object: Fields) => Fields | null;

/** Whether an object of the type `name` is one of the type `condition`. */
export function isOfType(schema: GraphQLSchema, name: unknown, condition: string): boolean {
	if (name === condition) return true;
	const type = typeof name === "string" ? schema.getType(name) : undefined;
	const wanted = schema.getType(condition);
	return (
		isAbstractType(wanted) &&
		(isObjectType(type) || isInterfaceType(type)) &&
		schema.isSubType(wanted, type)
	);
}

const isObject = (value: unknown): value is Fields =>
	value !== null && typeof value === "object" && !Array.isArray(value);

/** Joins the parts of a representation that several fragments give. */
function join(one: Fields | null, other: Fields | null): Fields | null {
	if (!one || !other) return one ?? other;
	for (const [name, value] of Object.entries(other)) {
		const known = Object.hasOwn(one, name) ? one[name] : undefined;
		one[name] = isObject(known) && isObject(value) ? join(known, value) : value;
	}
	return one;
}

/** Represents the objects in a field. */
function below(value: unknown, represent: Represent): unknown {
	if (Array.isArray(value)) return value.map((element) => below(element, represent));
	return isObject(value) ? represent(value) : null;
}

/** Compiles what a plan requires of an object. */
export function compileRepresentation(
	requires: readonly Required[],
	schema: GraphQLSchema,
): Represent {
	const functions: string[] = [];

	function define(selections: readonly Required[]): string {
		const fields = selections.filter((one) => one.kind === "Field");
		const statements = fields.map((field, index) => {
			const name = field.alias ?? field.name;
			const read = `const v${index} = ${readOwn("object", name)};
				if (v${index} === undefined) return null;`;
			return read;
		});
		const properties = fields.map(({ alias, name, sentAs, selections: inner }, index) => {
			const value = inner ? `below(v${index}, ${define(inner)})` : `v${index}`;
			return [sentAs ?? alias ?? name, value] as const;
		});
		statements.push(`let made = ${fields.length > 0 ? objectOf(properties) : "null"};`);
		for (const one of selections) {
			if (one.kind === "Field" || !one.typeCondition) continue;
			const part = `${define(one.selections)}(object)`;
			statements.push(
				`if (isOf(object.__typename, ${quoted(one.typeCondition)})) made = join(made, ${part});`,
			);
		}
		const defined = `represent${functions.length}`;
		functions.push(`function ${defined}(object) { ${statements.join("\n")} return made; }`);
		return defined;
	}

	const all = define(requires);
	const isOf = (name: unknown, condition: string) => isOfType(schema, name, condition);
	return compileCode(`${functions.join("\n")}\nreturn ${all};`, { isOf, join, below });
}

/** Different for different representations. */
export function keyOf(representation: Fields): string {
	let key = "";
	for (const name in representation) {
		const value = representation[name];
		key += typeof value === "string" ? `${name}"${value.length}:${value}` : name;
		if (typeof value !== "string") key += JSON.stringify(value);
	}
	return key;
}
