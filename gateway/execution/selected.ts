import {
	type GraphQLCompositeType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isCompositeType,
	isObjectType,
	isUnionType,
	Kind,
	type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../shared/fragments.ts";
import { ADDED_TYPENAME, type Rewritten } from "../rewrite/rewrite.ts";

/** What an operation selects of objects. */
export type Selected = {
	/** The type that the schema declares for them. */
	type: GraphQLCompositeType;
	/** The fields of an object of that type, in the client's order, each once. */
	fieldsOf(runtime: GraphQLCompositeType): readonly SelectedField[];
};

type SelectedField = {
	/** The name in what subgraphs answered. */
	own: string;
	/** The name in the client's answer. */
	client: string;
	/** Undefined for `__typename`, `__schema` and `__type`. */
	type: GraphQLOutputType | undefined;
	isTypename: boolean;
	/** Of objects only. */
	selected: Selected | undefined;
};

/** Reads what an operation selects; fields that the rewrite added are left out. */
export function selectedBy(
	schema: GraphQLSchema,
	root: GraphQLCompositeType,
	{ document, operation, names }: Rewritten,
): Selected {
	const fragments = fragmentsOf(document);

	function applies(condition: string | undefined, runtime: GraphQLCompositeType): boolean {
		if (condition === undefined || condition === runtime.name) return true;
		const type = schema.getType(condition);
		return isAbstractType(type) && !isUnionType(runtime) && schema.isSubType(type, runtime);
	}

	type Asked = { name: string; sets: SelectionSetNode[] };

	function collect(
		set: SelectionSetNode,
		runtime: GraphQLCompositeType,
		asked: Map<string, Asked>,
		seen: Set<string>,
	): void {
		for (const node of set.selections) {
			if (node.kind === Kind.FIELD) {
				const own = (node.alias ?? node.name).value;
				if (node === ADDED_TYPENAME || own === names.placeholder) continue;
				const field = asked.get(own) ?? { name: node.name.value, sets: [] };
				if (node.selectionSet) field.sets.push(node.selectionSet);
				asked.set(own, field);
				continue;
			}
			if (node.kind === Kind.FRAGMENT_SPREAD) {
				if (seen.has(node.name.value)) continue;
				seen.add(node.name.value);
			}
			const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
			if (fragment && applies(fragment.typeCondition?.name.value, runtime))
				collect(fragment.selectionSet, runtime, asked, seen);
		}
	}

	function select(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): Selected {
		const known = new Map<GraphQLCompositeType, readonly SelectedField[]>();
		return {
			type,
			fieldsOf(runtime) {
				let fields = known.get(runtime);
				if (fields) return fields;
				const asked = new Map<string, Asked>();
				const seen = new Set<string>();
				for (const set of sets) collect(set, runtime, asked, seen);
				fields = [...asked].map(([own, { name, sets: inner }]): SelectedField => {
					const defined = isUnionType(runtime) ? undefined : runtime.getFields()[name]?.type;
					const named = defined && getNamedType(defined);
					return {
						own,
						client: names.clients.get(own) ?? own,
						type: defined,
						isTypename: name === "__typename",
						selected: isCompositeType(named) ? select(inner, named) : undefined,
					};
				});
				known.set(runtime, fields);
				return fields;
			},
		};
	}

	return select([operation.selectionSet], root);
}

/** The object types that an object of a declared type may have. */
export const runtimesOf = (schema: GraphQLSchema, type: GraphQLCompositeType) =>
	isObjectType(type) ? [type] : schema.getPossibleTypes(type);
