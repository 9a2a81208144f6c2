import {
	type DocumentNode,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isEnumType,
	isInputObjectType,
	isObjectType,
	isRequiredArgument,
	isScalarType,
} from "graphql";
import { argumentOf, nameOf } from "../sdl/directive.ts";
import { pathsOf } from "../sdl/field-set.ts";
import { fieldsOf, isRoot, kindOf, typesOf } from "../sdl/schema-nodes.ts";
import { lineOf } from "../subgraph/finding.ts";
import type { EntityPlan, Shape } from "./check-input.ts";

const DEEPEST = 2;
/** Kinds of key values that can be made up. */
const MADE_UP = ["ID", "String", "Int"];

function shapeOf(type: GraphQLOutputType, depth: number): Shape["of"] | undefined {
	const named = getNamedType(type);
	if (isInputObjectType(named)) return undefined;
	if (isScalarType(named)) return { scalar: named.name };
	if (isEnumType(named)) return { values: named.getValues().map(({ name }) => name) };
	if (!isObjectType(named) || depth === 0) return undefined;
	const fields = Object.values(named.getFields()).flatMap((field): Shape[] => {
		if (field.args.some(isRequiredArgument)) return [];
		const of = shapeOf(field.type, depth - 1);
		return of ? [{ field: field.name, type: String(field.type), of }] : [];
	});
	return fields.length > 0 ? { fields } : undefined;
}

/** Declared on the type, in each of its definitions and extensions: keys to resolve by, and fields that can be asked. */
function gathered(document: DocumentNode) {
	const entities = new Map<string, { keys: string[]; fields: Set<string>; line: number | null }>();
	for (const node of typesOf(document)) {
		if (isRoot(node.name.value) || kindOf(node) !== "Object") continue;
		const entity = entities.get(node.name.value) ?? {
			keys: [],
			fields: new Set<string>(),
			line: lineOf(node),
		};
		entities.set(node.name.value, entity);
		for (const directive of node.directives ?? []) {
			if (nameOf(directive) !== "key") continue;
			const resolvable = directive.arguments?.find(({ name }) => name.value === "resolvable");
			if (resolvable?.value.kind === "BooleanValue" && !resolvable.value.value) continue;
			entity.keys.push(argumentOf(directive, "fields") ?? "");
		}
		// With @requires the hub would send values that only a grant lets it send.
		for (const field of fieldsOf(node))
			if (!field.directives?.some((one) => ["external", "requires"].includes(nameOf(one))))
				entity.fields.add(field.name.value);
	}
	return entities;
}

/** What to ask of each entity that the candidate resolves. `schema`: the candidate's own, as graphql-js builds it. */
export function probePlan(document: DocumentNode, schema: GraphQLSchema): EntityPlan[] {
	return [...gathered(document)].flatMap(([type, { keys, fields, line }]): EntityPlan[] => {
		const [first] = keys;
		const object = schema.getType(type);
		if (first === undefined || !isObjectType(object)) return [];
		const key = pathsOf(first).map((path) => {
			const field = path[0]?.field ?? "";
			const named = object.getFields()[field]?.type;
			const scalar = path.length === 1 && named ? getNamedType(named).name : "";
			return { field, scalar };
		});
		const simple = key.length > 0 && key.every(({ scalar }) => MADE_UP.includes(scalar));
		const shape = shapeOf(object, DEEPEST);
		const asked = shape && "fields" in shape ? shape.fields : [];
		return [
			{
				type,
				line,
				key: simple ? key : null,
				shape: asked.filter(({ field }) => fields.has(field)),
			},
		];
	});
}
