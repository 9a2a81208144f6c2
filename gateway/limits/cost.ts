import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	type GraphQLField,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	getNullableType,
	isCompositeType,
	isInterfaceType,
	isListType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	SchemaMetaFieldDef,
	type SelectionNode,
	type SelectionSetNode,
	TypeMetaFieldDef,
	type ValueNode,
} from "graphql";
import type { Weights } from "./weights.ts";

/** What operations are measured by: one graph, and what is assumed of lists whose length nothing says. */
export type CostRule = {
	schema: GraphQLSchema;
	weights: Weights;
	/** Length of a list that has neither `first` nor @listSize. */
	assumedSize: number;
	/** Measuring stops, with TooManyFields, at more fields than these. */
	mostFields: number;
};

/** An operation as it is asked. `used` fills with the names of the variables that its cost depends on. */
export type Asked = {
	operation: OperationDefinitionNode;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	variables: Readonly<Record<string, unknown>>;
	used?: Set<string>;
};

/** What an operation would ask at most. Fields that are asked under one name in one place count once, as they are answered once. */
export type Measure = {
	/** Objects that it may have to make, each with its weight. */
	cost: number;
	/** Response names from the root to where most of the cost lies: "engagements.nodes.institute". */
	dearest: string;
	depth: number;
	fields: number;
	aliases: number;
	rootFields: number;
};

/** An operation has so many fields that it was not measured to its end. */
export class TooManyFields extends Error {}

/** Nodes looked at for each field that may be asked: the same field may be written many times. */
const LOOKS_PER_FIELD = 20;

/** Arguments that say how long a list is, where no @listSize says so. */
const PAGING = ["first", "last", "limit", "take", "pageSize"];

type Field = GraphQLField<unknown, unknown>;
type Selected = { parent: GraphQLCompositeType; nodes: FieldNode[] };
type Priced = { name: string; cost: number; dearest?: Priced };
/** How long lists of an object are, as the field that returned it said; without names, all that take no `first` themselves. */
type Sized = { length: number; fields: string[] } | undefined;

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

function fieldOf(schema: GraphQLSchema, { parent, nodes }: Selected): Field | undefined {
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
	for (let at = priced; at && at.cost > 0; at = at.dearest) names.push(at.name);
	return names.join(".");
}

/** Measures an operation before it is planned or asked. It must be valid for the schema. Throws TooManyFields. */
export function measure(rule: CostRule, asked: Asked): Measure {
	const { schema, weights } = rule;
	const { operation, fragments, variables, used } = asked;
	const defaults = new Map(
		(operation.variableDefinitions ?? []).map((one) => [one.variable.name.value, one.defaultValue]),
	);
	const found: Measure = { cost: 0, dearest: "", depth: 0, fields: 0, aliases: 0, rootFields: 0 };
	let looks = 0;

	/** A number or a boolean as it will be used; undefined for everything else. */
	function valueOf(node: ValueNode | undefined): unknown {
		if (node?.kind === Kind.INT) return Number(node.value);
		if (node?.kind === Kind.BOOLEAN) return node.value;
		if (node?.kind !== Kind.VARIABLE) return undefined;
		const name = node.name.value;
		used?.add(name);
		const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
		return given ?? valueOf(defaults.get(name));
	}

	function isLeftOut({ directives }: SelectionNode): boolean {
		return (directives ?? []).some(({ name, arguments: given }) => {
			const condition = valueOf(given?.find((one) => one.name.value === "if")?.value);
			return (
				(name.value === "skip" && condition === true) ||
				(name.value === "include" && condition === false)
			);
		});
	}

	/** Fields by the place and name they are answered under. Of a parent of several types, those of all types. */
	function collect(
		set: SelectionSetNode,
		parent: GraphQLCompositeType,
		into: Map<string, Selected>,
		seen: Set<string>,
	): void {
		for (const node of set.selections) {
			if (++looks > rule.mostFields * LOOKS_PER_FIELD) throw new TooManyFields();
			if (isLeftOut(node)) continue;
			if (node.kind === Kind.FIELD) {
				const key = `${parent.name}.${(node.alias ?? node.name).value}`;
				const selected = into.get(key);
				if (selected) selected.nodes.push(node);
				else into.set(key, { parent, nodes: [node] });
				continue;
			}
			const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
			if (!fragment) continue;
			if (node.kind === Kind.FRAGMENT_SPREAD) {
				const name = `${parent.name} ${node.name.value}`;
				if (seen.has(name)) continue;
				seen.add(name);
			}
			const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
			const narrowed = !isObjectType(parent) && isCompositeType(condition) ? condition : parent;
			collect(fragment.selectionSet, narrowed, into, seen);
		}
	}

	/** The largest of the given slicing arguments, otherwise the largest default among them. */
	function sliced(field: Field, node: FieldNode | undefined, names: string[]): number | undefined {
		let largest: number | undefined;
		for (const { name, defaultValue } of field.args) {
			if (!names.includes(name)) continue;
			const given = valueOf(node?.arguments?.find((one) => one.name.value === name)?.value);
			const length = given ?? defaultValue;
			if (typeof length === "number") largest = Math.max(largest ?? 0, length);
		}
		return largest;
	}

	/** How often the field's object stands in its answer, and how long the lists of that object are. */
	function sizeOf(field: Field, selected: Selected, above: Sized): { times: number; below: Sized } {
		const [node] = selected.nodes;
		const told = weights.size.get(`${selected.parent.name}.${field.name}`);
		const length = sliced(field, node, told?.slicing.length ? told.slicing : PAGING);
		const list = isList(field.type);
		const long = length ?? told?.assumed;
		if (told && told.sized.length > 0)
			return { times: 1, below: { length: long ?? rule.assumedSize, fields: told.sized } };
		if (!list) return { times: 1, below: long === undefined ? undefined : { length: long, fields: [] } };
		const fromAbove =
			above && (above.fields.length === 0 || above.fields.includes(field.name))
				? above.length
				: undefined;
		return { times: long ?? fromAbove ?? rule.assumedSize, below: undefined };
	}

	function weightOf(field: Field, { parent, nodes }: Selected): number {
		const type = getNamedType(field.type);
		const place = `${parent.name}.${field.name}`;
		const own = weights.cost.get(place) ?? weights.cost.get(type.name);
		const given = (nodes[0]?.arguments ?? []).reduce(
			(sum, { name }) => sum + (weights.cost.get(`${place}(${name.value})`) ?? 0),
			0,
		);
		// An object is never free, whatever a partner's schema says: the hub has to make it.
		return given + (isCompositeType(type) ? Math.max(1, own ?? 1) : (own ?? 0));
	}

	function price(key: string, selected: Selected, above: Sized, depth: number): Priced {
		const name = key.slice(key.indexOf(".") + 1);
		if (++found.fields > rule.mostFields) throw new TooManyFields();
		if (name !== selected.nodes[0]?.name.value) found.aliases++;
		found.depth = Math.max(found.depth, depth);
		const field = fieldOf(schema, selected);
		if (!field) return { name, cost: 0 };
		const { times, below } = sizeOf(field, selected, above);
		const type = getNamedType(field.type);
		const inner = isCompositeType(type)
			? priceAll(
					selected.nodes.flatMap((node) => node.selectionSet ?? []),
					type,
					below,
					depth + 1,
				)
			: { cost: 0, dearest: undefined };
		const cost = Math.max(0, times) * (weightOf(field, selected) + inner.cost);
		return { name, cost, dearest: inner.dearest };
	}

	function priceAll(
		sets: SelectionSetNode[],
		type: GraphQLCompositeType,
		sized: Sized,
		depth: number,
	): Omit<Priced, "name"> & { count: number } {
		const fields = new Map<string, Selected>();
		const seen = new Set<string>();
		for (const set of sets) collect(set, type, fields, seen);
		let cost = 0;
		let dearest: Priced | undefined;
		for (const [key, selected] of fields) {
			const priced = price(key, selected, sized, depth);
			cost += priced.cost;
			if (!dearest || priced.cost > dearest.cost) dearest = priced;
		}
		return { cost, dearest, count: fields.size };
	}

	const root = schema.getRootType(operation.operation);
	if (!root) return found;
	const { cost, dearest, count } = priceAll([operation.selectionSet], root, undefined, 1);
	return { ...found, cost, dearest: pathOf(dearest), rootFields: count };
}
