import {
	type ArgumentNode,
	type ConstDirectiveNode,
	type DocumentNode,
	type FieldDefinitionNode,
	type FieldNode,
	type InterfaceTypeDefinitionNode,
	Kind,
	type ObjectTypeDefinitionNode,
	type OperationDefinitionNode,
	parse,
	print,
	type SelectionSetNode,
	type TypeNode,
} from "graphql";

/** A field as a @requires asks it. */
type RequiredField = { name: string; arguments: readonly ArgumentNode[] };

/** A supergraph as it is planned on. */
export type PlanningSupergraph = {
	document: DocumentNode;
	/** Whether it is any different from the supergraph itself. */
	isChanged: boolean;
	/** Names that exist for the planner only → the fields that they stand for. */
	required: ReadonlyMap<string, RequiredField>;
	/** "Type.field" → the names that its @requires selects. */
	needs: ReadonlyMap<string, ReadonlySet<string>>;
};

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const PREFIX = "_hubRequired";

const isComposite = (one: { kind: Kind }): one is Composite =>
	one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION;

const argumentOf = ({ arguments: given }: ConstDirectiveNode, name: string) =>
	given?.find((one) => one.name.value === name)?.value;

function graphOf(directive: ConstDirectiveNode): string | undefined {
	const graph = argumentOf(directive, "graph");
	return graph?.kind === Kind.ENUM ? graph.value : undefined;
}

/** Whether a subgraph has a key of a type without finding objects by it. */
function isUnresolvable(directive: ConstDirectiveNode): boolean {
	const resolvable = argumentOf(directive, "resolvable");
	return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}

/**
 * Without keys that a subgraph cannot resolve, where it can resolve another one of the type: the planner would use any of
 * them to come back to the subgraph with what a @requires needs.
 */
function withResolvableKeys(type: Composite): Composite {
	const isKey = (one: ConstDirectiveNode) =>
		one.name.value === "join__type" && argumentOf(one, "key") !== undefined;
	const resolved = new Set(
		(type.directives ?? []).filter((one) => isKey(one) && !isUnresolvable(one)).map(graphOf),
	);
	const directives = type.directives?.filter(
		(one) => !(isKey(one) && isUnresolvable(one) && resolved.has(graphOf(one))),
	);
	return directives?.length === type.directives?.length ? type : { ...type, directives };
}

function namedType(type: TypeNode): string {
	return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function requiresOf(field: FieldDefinitionNode): string | undefined {
	for (const one of field.directives ?? []) {
		const required = one.name.value === "join__field" && argumentOf(one, "requires");
		if (required && required.kind === Kind.STRING) return required.value;
	}
	return undefined;
}

function withRequires(field: FieldDefinitionNode, text: string): FieldDefinitionNode {
	return {
		...field,
		directives: field.directives?.map((one) => ({
			...one,
			arguments: one.arguments?.map((given) =>
				one.name.value === "join__field" && given.name.value === "requires"
					? { ...given, value: { kind: Kind.STRING as const, value: text } }
					: given,
			),
		})),
	};
}

/**
 * Prepares a supergraph for the planner, whose plans it makes right: each field with arguments that a @requires selects
 * gets a name of its own for these arguments, since the planner asks a field once and ignores with which arguments; and
 * keys that cannot be resolved are left out where there are others.
 */
export function planningSupergraph(supergraph: string): PlanningSupergraph {
	const document = parse(supergraph, { noLocation: true });
	const before = document.definitions.filter(isComposite);
	const types = new Map(before.map((one) => [one.name.value, withResolvableKeys(one)]));
	const names = new Set(
		before.flatMap(({ fields }) => (fields ?? []).map((one) => one.name.value)),
	);
	const required = new Map<string, RequiredField>();
	const needs = new Map<string, Set<string>>();
	/** Type → the fields that it gets, by the names of those that they stand for. */
	const added = new Map<string, Map<string, string>>();
	const known = new Map<string, string>();
	let number = 0;

	function nameFor({ name, arguments: given = [] }: FieldNode): string {
		const key = `${name.value}(${given.map(print).sort().join()})`;
		let own = known.get(key);
		if (own === undefined) {
			do own = `${PREFIX}${number++}`;
			while (names.has(own));
			known.set(key, own);
			required.set(own, { name: name.value, arguments: given });
		}
		return own;
	}

	function addTo(typeName: string, own: string, name: string): void {
		const implementing = [...types.values()].filter(({ interfaces }) =>
			interfaces?.some((one) => one.name.value === typeName),
		);
		for (const one of [typeName, ...implementing.map((type) => type.name.value)]) {
			const fields = added.get(one) ?? new Map<string, string>();
			added.set(one, fields.set(own, name));
		}
	}

	/** The selection with the planner's names. */
	function renamed(typeName: string, set: SelectionSetNode, used: Set<string>): SelectionSetNode {
		const fields = types.get(typeName)?.fields ?? [];
		const selections = set.selections.map((node) => {
			if (node.kind === Kind.FRAGMENT_SPREAD) return node;
			if (node.kind === Kind.INLINE_FRAGMENT) {
				const on = node.typeCondition?.name.value ?? typeName;
				return { ...node, selectionSet: renamed(on, node.selectionSet, used) };
			}
			const field = fields.find((one) => one.name.value === node.name.value);
			const selectionSet =
				node.selectionSet && field
					? renamed(namedType(field.type), node.selectionSet, used)
					: node.selectionSet;
			if (!field?.arguments?.length) return { ...node, selectionSet };
			const own = nameFor(node);
			used.add(own);
			addTo(typeName, own, node.name.value);
			return {
				...node,
				name: { kind: Kind.NAME as const, value: own },
				arguments: [],
				selectionSet,
			};
		});
		return { ...set, selections };
	}

	for (const [typeName, type] of types) {
		const fields = type.fields?.map((field) => {
			const text = requiresOf(field);
			if (text === undefined) return field;
			const [read] = parse(`{ ${text} }`, { noLocation: true }).definitions;
			const used = new Set<string>();
			const set = renamed(typeName, (read as OperationDefinitionNode).selectionSet, used);
			if (used.size === 0) return field;
			needs.set(`${typeName}.${field.name.value}`, used);
			return withRequires(field, print(set).replace(/^\{|\}$/g, ""));
		});
		types.set(typeName, { ...type, fields });
	}
	for (const [typeName, own] of added) {
		const type = types.get(typeName);
		const more = [...own].flatMap(([planned, name]): FieldDefinitionNode[] => {
			const field = type?.fields?.find((one) => one.name.value === name);
			if (!field) return [];
			return [{ ...field, name: { kind: Kind.NAME, value: planned }, arguments: [] }];
		});
		if (type) types.set(typeName, { ...type, fields: [...(type.fields ?? []), ...more] });
	}

	const definitions = document.definitions.map((one) =>
		isComposite(one) ? (types.get(one.name.value) ?? one) : one,
	);
	const isChanged = required.size > 0 || before.some((one) => withResolvableKeys(one) !== one);
	return { document: { ...document, definitions }, isChanged, required, needs };
}
