import {
	type DocumentNode,
	executeSync,
	type FieldNode,
	type GraphQLSchema,
	Kind,
	type SelectionSetNode,
	visit,
} from "graphql";
import { fragmentsOf } from "../../shared/fragments.ts";
import { ADDED_TYPENAME, type Rewritten } from "../rewrite/rewrite.ts";

type Fields = Record<string, unknown>;

const nameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The fields `__schema` and `__type` of an operation, whatever fragments they are in. */
function introspectionFields({ document, operation }: Rewritten): FieldNode[] {
	const fragments = fragmentsOf(document);
	const found: FieldNode[] = [];
	const seen = new Set<string>();
	function collect({ selections }: SelectionSetNode): void {
		for (const node of selections) {
			if (node.kind === Kind.FIELD) {
				if (node.name.value === "__schema" || node.name.value === "__type") found.push(node);
			} else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
			else if (!seen.has(node.name.value)) {
				seen.add(node.name.value);
				const fragment = fragments.get(node.name.value);
				if (fragment) collect(fragment.selectionSet);
			}
		}
	}
	if (operation.operation === "query") collect(operation.selectionSet);
	return found;
}

/** The operation with its introspection only, and with the client's names. */
function documentOf(rewritten: Rewritten, selections: FieldNode[]): DocumentNode {
	const { document, operation, names } = rewritten;
	const only: DocumentNode = {
		...document,
		definitions: [
			{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
			...document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION),
		],
	};
	return visit(only, {
		Field(node) {
			if (node === ADDED_TYPENAME || nameOf(node) === names.placeholder) return null;
			const client = names.clients.get(nameOf(node));
			return client === undefined
				? undefined
				: { ...node, alias: { kind: Kind.NAME as const, value: client } };
		},
	});
}

/** Answers the introspection in an operation, by the operation's internal names; undefined if there is none. */
export function introspectionIn(
	schema: GraphQLSchema,
	rewritten: Rewritten,
): ((variables: Readonly<Fields>) => Fields) | undefined {
	const fields = introspectionFields(rewritten);
	if (fields.length === 0) return undefined;
	const document = documentOf(rewritten, fields);
	const { clients } = rewritten.names;
	function answer(variableValues: Readonly<Fields>): Fields {
		const { data, errors } = executeSync({ schema, document, variableValues });
		if (errors) throw errors[0];
		return Object.fromEntries(
			fields.map((field) => {
				const own = nameOf(field);
				return [own, data?.[clients.get(own) ?? own]];
			}),
		);
	}
	if (rewritten.operation.variableDefinitions?.length) return answer;
	let known: Fields | undefined;
	return () => {
		known ??= answer({});
		return known;
	};
}
