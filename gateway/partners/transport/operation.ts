import {
	type FieldNode,
	type GraphQLObjectType,
	type GraphQLSchema,
	getOperationAST,
	type InlineFragmentNode,
	isAbstractType,
	isCompositeType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	parse,
	print,
	type SelectionNode,
	type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../../../shared/fragments.ts";
import type { PartnerSchema } from "./schema.ts";
import { separateNames, shapeNumbers, type TrueNames, unusedPrefix } from "./separate-names.ts";

/** One field of a response: the nodes that select it, and whether @skip or @include may omit it. */
export type Selected = { nodes: readonly FieldNode[]; optional: boolean };

/** An operation to send to a partner, with what is needed to read its response. */
export type PartnerOperation = {
	/** Without the client's operation name; entities select their type and keys, for comparison. */
	text: string;
	kind: OperationDefinitionNode["operation"];
	selectionSet: SelectionSetNode;
	/** Entity type → its key fields that are requested for comparison, with their response names. */
	echoed: Map<string, Map<string, string>>;
	/** Response names that the hub generated → the names in the query plan. */
	trueNames: TrueNames;
	/** Sent response name → the selections on an object of `type`. Computed once for each. */
	fieldsOf(sets: readonly SelectionSetNode[], type: GraphQLObjectType): Map<string, Selected>;
};

const field = (name: string, alias?: string): FieldNode => ({
	kind: Kind.FIELD,
	name: { kind: Kind.NAME, value: name },
	...(alias && { alias: { kind: Kind.NAME, value: alias } }),
});

type Keys = PartnerSchema["keys"];
type Echoed = PartnerOperation["echoed"];

/** Response names for the requested keys: one name for keys of several types only if these merge. */
function echoNames({ schema }: PartnerSchema, prefix: string) {
	const numberOf = shapeNumbers();
	return (type: string, key: string): string => {
		const found = schema.getType(type);
		const field = isObjectType(found) ? found.getFields()[key] : undefined;
		const number = field ? numberOf(key, field.type) : 0;
		return number === 0 ? `${prefix}_${key}` : `${prefix}${number}_${key}`;
	};
}

type EchoNames = ReturnType<typeof echoNames>;

function withEcho(node: SelectionNode, keys: Keys, nameOf: EchoNames, echoed: Echoed) {
	const type = node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value;
	const flat = [...((type && keys.get(type)) || [])].filter((path) => !path.includes("."));
	if (!type || flat.length === 0) return node;
	const fragment = node as InlineFragmentNode;
	const names = new Map(flat.map((key) => [key, nameOf(type, key)]));
	echoed.set(type, names);
	const selections = [
		...[...names].map(([key, name]) => field(key, name)),
		...fragment.selectionSet.selections,
	];
	return { ...fragment, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
}

function withEchoes(set: SelectionSetNode, keys: Keys, nameOf: EchoNames, echoed: Echoed) {
	const selections = set.selections.map((node) => {
		if (node.kind !== Kind.FIELD || node.name.value !== "_entities" || !node.selectionSet)
			return node;
		const inner = node.selectionSet.selections.map((one) => withEcho(one, keys, nameOf, echoed));
		return {
			...node,
			selectionSet: {
				kind: Kind.SELECTION_SET as const,
				selections: [field("__typename"), ...inner],
			},
		};
	});
	return { kind: Kind.SELECTION_SET as const, selections };
}

const backwards = (names: Map<string, string>) =>
	[...names].map(([key, name]) => [name, key] as const);

function isConditional({ directives }: SelectionNode): boolean {
	return (directives ?? []).some(({ name }) => name.value === "skip" || name.value === "include");
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType) {
	if (condition === undefined || condition === type.name) return true;
	const other = schema.getType(condition);
	return isCompositeType(other) && isAbstractType(other) && schema.isSubType(other, type);
}

/** Prepares an operation of the query plan. Throws if the document is not a single operation. */
export function partnerOperation(query: string, partner: PartnerSchema): PartnerOperation {
	const { schema, keys } = partner;
	const asked = parse(query, { noLocation: true });
	const { document, trueNames } = separateNames(asked, schema, query);
	const operation = getOperationAST(document);
	if (!operation) throw new Error("The plan holds no operation");
	const fragments = fragmentsOf(document);
	const known = new WeakMap<readonly SelectionSetNode[], Map<string, Map<string, Selected>>>();

	function collect(
		set: SelectionSetNode,
		type: GraphQLObjectType,
		optional: boolean,
		into: Map<string, { nodes: FieldNode[]; optional: boolean }>,
	): void {
		for (const node of set.selections) {
			const maybe = optional || isConditional(node);
			if (node.kind === Kind.FIELD) {
				const name = (node.alias ?? node.name).value;
				const found = into.get(name);
				if (!found) into.set(name, { nodes: [node], optional: maybe });
				else {
					found.nodes.push(node);
					found.optional &&= maybe;
				}
				continue;
			}
			const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
			if (fragment && applies(schema, fragment.typeCondition?.name.value, type))
				collect(fragment.selectionSet, type, maybe, into);
		}
	}

	const { name: _, ...nameless } = operation;
	const echoed: Echoed = new Map();
	const nameOf = echoNames(partner, unusedPrefix("hubKey", query));
	const selectionSet = withEchoes(operation.selectionSet, keys, nameOf, echoed);
	const sent = { ...nameless, selectionSet };
	return {
		text: [sent, ...fragments.values()].map((one) => print(one)).join("\n"),
		kind: operation.operation,
		selectionSet: operation.selectionSet,
		echoed,
		trueNames: new Map([...trueNames, ...[...echoed.values()].flatMap(backwards)]),
		fieldsOf(sets, type) {
			let byType = known.get(sets);
			if (!byType) {
				byType = new Map();
				known.set(sets, byType);
			}
			let fields = byType.get(type.name);
			if (!fields) {
				const collected = new Map<string, { nodes: FieldNode[]; optional: boolean }>();
				for (const set of sets) collect(set, type, false, collected);
				fields = collected;
				byType.set(type.name, fields);
			}
			return fields;
		},
	};
}
