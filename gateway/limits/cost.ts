import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	type GraphQLField,
	type GraphQLSchema,
	getNamedType,
	isCompositeType,
	isInterfaceType,
	isIntrospectionType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	SchemaMetaFieldDef,
	type SelectionSetNode,
	TypeMetaFieldDef,
} from "graphql";
import { INTROSPECTION_COST, introspectionSize } from "./introspection.ts";
import { type Sized, sizeOf } from "./list-size.ts";
import { valuesOf } from "./values.ts";
import type { Weights } from "./weights.ts";

/** The graph and assumptions that the cost of operations is computed with. */
export type CostRule = {
	schema: GraphQLSchema;
	weights: Weights;
	/** Length of a list that has neither `first` nor @listSize; `coordinate` is "Type.field". */
	assumedSize(coordinate: string): number;
	/** With more fields, measuring throws TooManyFields. */
	maxFields: number;
};

export type MeasuredOperation = {
	operation: OperationDefinitionNode;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	variables: Readonly<Record<string, unknown>>;
};

/** Upper bounds of an operation. A field that is selected twice in one coordinate under one name counts once, as it is executed once. */
export type Measure = {
	/** Number of objects that may be returned, multiplied by their weights. */
	cost: number;
	/** Response path with most of the cost: "engagements.nodes.institute". */
	dearest: string;
	depth: number;
	fields: number;
	aliases: number;
	rootFields: number;
	/** Names of the variables that the result depends on. */
	variables: ReadonlySet<string>;
};

/** An operation has too many fields to be measured completely. */
export class TooManyFields extends Error {}

/** Limit of visited nodes per allowed field, because a field may be repeated. */
const VISITS_PER_FIELD = 20;

/** Limit of names in the reported path. */
const MAX_PATH_LENGTH = 20;

type Selected = { name: string; parent: GraphQLCompositeType; nodes: FieldNode[] };
type Priced = { name: string; cost: number; dearest?: Priced };

function fieldOf(
	schema: GraphQLSchema,
	{ parent, nodes }: Selected,
): GraphQLField<unknown, unknown> | undefined {
	const name = nodes[0]?.name.value ?? "";
	if (parent === schema.getQueryType()) {
		if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
		if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
	}
	if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
	return parent.getFields()[name];
}

function pathOf(priced: Priced | undefined): string {
	const names: string[] = [];
	for (let at = priced; at && at.cost > 0; at = at.dearest) {
		if (names.push(at.name) > MAX_PATH_LENGTH) return `${names.join(".")}…`;
	}
	return names.join(".");
}

/** Measures an operation, which must be valid for the schema, before planning. Throws TooManyFields. */
export function measure(
	rule: CostRule,
	{ operation, fragments, variables }: MeasuredOperation,
): Measure {
	const { schema, weights, maxFields } = rule;
	const used = new Set<string>();
	const values = valuesOf(operation, variables, used);
	const found = { depth: 0, fields: 0, aliases: 0 };
	const assumed = (coordinate: string) =>
		introspectionSize(schema, coordinate) ?? rule.assumedSize(coordinate);
	let visits = 0;

	/** Groups fields by parent type and response name; for an abstract parent, the fields of all its types. */
	function collect(
		set: SelectionSetNode,
		parent: GraphQLCompositeType,
		into: Map<string, Selected>,
		seen: Set<string>,
	): void {
		for (const node of set.selections) {
			if (++visits > maxFields * VISITS_PER_FIELD) throw new TooManyFields();
			if (values.isExcluded(node)) continue;
			if (node.kind === Kind.FIELD) {
				const name = (node.alias ?? node.name).value;
				const key = `${parent.name}.${name}`;
				const selected = into.get(key);
				if (selected) selected.nodes.push(node);
				else into.set(key, { name, parent, nodes: [node] });
				continue;
			}
			if (node.kind === Kind.FRAGMENT_SPREAD) {
				const spread = `${parent.name} ${node.name.value}`;
				if (seen.has(spread)) continue;
				seen.add(spread);
			}
			const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
			if (!fragment) continue;
			const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
			const narrowed = !isObjectType(parent) && isCompositeType(condition) ? condition : parent;
			collect(fragment.selectionSet, narrowed, into, seen);
		}
	}

	function weightOf(field: GraphQLField<unknown, unknown>, coordinate: string, node?: FieldNode) {
		const type = getNamedType(field.type);
		const own = weights.cost.get(coordinate) ?? weights.cost.get(type.name);
		const given = (node?.arguments ?? []).reduce(
			(sum, { name }) => sum + (weights.cost.get(`${coordinate}(${name.value})`) ?? 0),
			0,
		);
		if (isIntrospectionType(type)) return isCompositeType(type) ? INTROSPECTION_COST : 0;
		// An object is never free, whatever a partner's schema says: the hub must build it.
		return given + (isCompositeType(type) ? Math.max(1, own ?? 1) : (own ?? 0));
	}

	function price(selected: Selected, inherited: Sized, depth: number): Priced {
		const { name, parent, nodes } = selected;
		const [node] = nodes;
		if (++found.fields > maxFields) throw new TooManyFields();
		if (name !== node?.name.value) found.aliases++;
		found.depth = Math.max(found.depth, depth);
		const field = fieldOf(schema, selected);
		if (!field) return { name, cost: 0 };
		const coordinate = `${parent.name}.${field.name}`;
		const { times, nested } = sizeOf(
			{
				field,
				node,
				declared: weights.size.get(coordinate),
				inherited,
				assumed: assumed(coordinate),
			},
			values,
		);
		const type = getNamedType(field.type);
		const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
		const inner = isCompositeType(type) ? priceAll(sets, type, nested, depth + 1) : undefined;
		const each = weightOf(field, coordinate, node) + (inner?.cost ?? 0);
		return { name, cost: Math.max(0, times) * each, dearest: inner?.dearest };
	}

	function priceAll(
		sets: SelectionSetNode[],
		type: GraphQLCompositeType,
		sized: Sized,
		depth: number,
	): { cost: number; dearest?: Priced; count: number } {
		const fields = new Map<string, Selected>();
		const seen = new Set<string>();
		for (const set of sets) collect(set, type, fields, seen);
		let cost = 0;
		let dearest: Priced | undefined;
		for (const selected of fields.values()) {
			const priced = price(selected, sized, depth);
			cost += priced.cost;
			if (!dearest || priced.cost > dearest.cost) dearest = priced;
		}
		return { cost, dearest, count: fields.size };
	}

	const root = schema.getRootType(operation.operation);
	const all = root ? priceAll([operation.selectionSet], root, undefined, 1) : undefined;
	return {
		...found,
		cost: Math.ceil(all?.cost ?? 0),
		dearest: pathOf(all?.dearest),
		rootFields: all?.count ?? 0,
		variables: used,
	};
}
