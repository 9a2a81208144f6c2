import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	type GraphQLField,
	type GraphQLSchema,
	getNamedType,
	isCompositeType,
	isInterfaceType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	SchemaMetaFieldDef,
	type SelectionSetNode,
	TypeMetaFieldDef,
} from "graphql";
import { type Sized, sizeOf } from "./list-size.ts";
import { valuesOf } from "./values.ts";
import type { Weights } from "./weights.ts";

/** What operations are measured by: one graph, and what is assumed of it. */
export type CostRule = {
	schema: GraphQLSchema;
	weights: Weights;
	/** Length of a list that has neither `first` nor @listSize; `place` is "Type.field". */
	assumedSize(place: string): number;
	/** Measuring stops, with TooManyFields, at more fields than these. */
	mostFields: number;
};

/** An operation as it is asked. */
export type Asked = {
	operation: OperationDefinitionNode;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	variables: Readonly<Record<string, unknown>>;
};

/** What an operation asks at most. A field that is asked twice in one place under one name counts once, as it is answered once. */
export type Measure = {
	/** Objects that may have to be made, each with its weight. */
	cost: number;
	/** Response names from the root to where most of the cost lies: "engagements.nodes.institute". */
	dearest: string;
	depth: number;
	fields: number;
	aliases: number;
	rootFields: number;
	/** Names of the variables that all this depends on. */
	variables: ReadonlySet<string>;
};

/** An operation has so many fields that it was not measured to its end. */
export class TooManyFields extends Error {}

/** Nodes looked at for each field that may be asked, since one field may be written many times. */
const LOOKS_PER_FIELD = 20;

/** Names of a path that are told. */
const LONGEST_PATH = 20;

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
		if (names.push(at.name) > LONGEST_PATH) return `${names.join(".")}…`;
	}
	return names.join(".");
}

/** Measures an operation, which must be valid for the schema, before it is planned or asked. Throws TooManyFields. */
export function measure(rule: CostRule, { operation, fragments, variables }: Asked): Measure {
	const { schema, weights, mostFields } = rule;
	const used = new Set<string>();
	const values = valuesOf(operation, variables, used);
	const found = { depth: 0, fields: 0, aliases: 0 };
	let looks = 0;

	/** Groups fields by the place and name they are answered under; of a parent of several types, those of all types. */
	function collect(
		set: SelectionSetNode,
		parent: GraphQLCompositeType,
		into: Map<string, Selected>,
		seen: Set<string>,
	): void {
		for (const node of set.selections) {
			if (++looks > mostFields * LOOKS_PER_FIELD) throw new TooManyFields();
			if (values.leavesOut(node)) continue;
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

	function weightOf(field: GraphQLField<unknown, unknown>, place: string, node?: FieldNode) {
		const type = getNamedType(field.type);
		const own = weights.cost.get(place) ?? weights.cost.get(type.name);
		const given = (node?.arguments ?? []).reduce(
			(sum, { name }) => sum + (weights.cost.get(`${place}(${name.value})`) ?? 0),
			0,
		);
		// An object is never free, whatever a partner's schema says: the hub has to make it.
		return given + (isCompositeType(type) ? Math.max(1, own ?? 1) : (own ?? 0));
	}

	function price(selected: Selected, above: Sized, depth: number): Priced {
		const { name, parent, nodes } = selected;
		const [node] = nodes;
		if (++found.fields > mostFields) throw new TooManyFields();
		if (name !== node?.name.value) found.aliases++;
		found.depth = Math.max(found.depth, depth);
		const field = fieldOf(schema, selected);
		if (!field) return { name, cost: 0 };
		const place = `${parent.name}.${field.name}`;
		const { times, below } = sizeOf(
			{ field, node, told: weights.size.get(place), above, assumed: rule.assumedSize(place) },
			values,
		);
		const type = getNamedType(field.type);
		const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
		const inner = isCompositeType(type) ? priceAll(sets, type, below, depth + 1) : undefined;
		const each = weightOf(field, place, node) + (inner?.cost ?? 0);
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
		cost: all?.cost ?? 0,
		dearest: pathOf(all?.dearest),
		rootFields: all?.count ?? 0,
		variables: used,
	};
}
