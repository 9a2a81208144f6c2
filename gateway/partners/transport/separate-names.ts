import {
	type DocumentNode,
	type GraphQLOutputType,
	type GraphQLSchema,
	isLeafType,
	isListType,
	isNonNullType,
	Kind,
	OverlappingFieldsCanBeMergedRule,
	TypeInfo,
	ValidationContext,
	visit,
	visitWithTypeInfo,
} from "graphql";

/** Sent response name → the response name of the query plan. */
export type TrueNames = ReadonlyMap<string, string>;

/** The shape of a field's type: fields with equal shapes can share a response name. */
function shapeOf(type: GraphQLOutputType): string {
	if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
	if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
	return isLeafType(type) ? type.name : "{}";
}

/** Numbers the shapes of each response name, from 0. */
export function shapeNumbers(): (name: string, type: GraphQLOutputType) => number {
	const known = new Map<string, string[]>();
	return (name, type) => {
		const shapes = known.get(name) ?? [];
		known.set(name, shapes);
		const shape = shapeOf(type);
		const found = shapes.indexOf(shape);
		return found >= 0 ? found : shapes.push(shape) - 1;
	};
}

/** A prefix that no name in the text starts with. */
export function unusedPrefix(prefix: string, text: string): string {
	let unused = prefix;
	while (text.includes(unused)) unused = `_${unused}`;
	return unused;
}

function isMerging(document: DocumentNode, schema: GraphQLSchema, typeInfo: TypeInfo): boolean {
	let merging = true;
	const context = new ValidationContext(schema, document, typeInfo, () => {
		merging = false;
	});
	visit(document, visitWithTypeInfo(typeInfo, OverlappingFieldsCanBeMergedRule(context)));
	return merging;
}

/**
 * Gives distinct aliases to fields with one response name whose types do not merge in the partner's schema. Query plans
 * are made for the served graph, in which partners' non-null fields are nullable.
 */
export function separateNames(
	document: DocumentNode,
	schema: GraphQLSchema,
	text: string,
): { document: DocumentNode; trueNames: TrueNames } {
	const trueNames = new Map<string, string>();
	const typeInfo = new TypeInfo(schema);
	if (isMerging(document, schema, typeInfo)) return { document, trueNames };
	const prefix = unusedPrefix("hubType", text);
	const numberOf = shapeNumbers();
	const separated = visit(
		document,
		visitWithTypeInfo(typeInfo, {
			Field: {
				enter(node) {
					const type = typeInfo.getType();
					const name = (node.alias ?? node.name).value;
					const number = type ? numberOf(name, type) : 0;
					if (number === 0) return undefined;
					const value = `${prefix}${number}_${name}`;
					trueNames.set(value, name);
					return { ...node, alias: { kind: Kind.NAME, value } };
				},
			},
		}),
	);
	return { document: separated, trueNames };
}
