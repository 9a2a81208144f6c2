import {
	type DocumentNode,
	type FragmentDefinitionNode,
	Kind,
	type OperationDefinitionNode,
	visit,
} from "graphql";
import { type CostRule, type Measure, measure } from "./cost.ts";

/** Properties of a document that do not depend on variables. */
export type Shape = {
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	directives: number;
	/** The longest list literal in an argument, and its path: "where.ids". */
	list: { path: string; length: number };
	measures: Map<string, Measure>;
	/** Variables that measures of this document depend on. */
	variables: Set<string>;
};

/** Number of cached measures per document, for different variables. */
const CACHE_SIZE = 20;

const shapes = new WeakMap<DocumentNode, Shape>();

function computeShape(document: DocumentNode): Shape {
	const fragments = new Map<string, FragmentDefinitionNode>();
	const list = { path: "", length: 0 };
	let directives = 0;
	visit(document, {
		FragmentDefinition(node) {
			fragments.set(node.name.value, node);
		},
		Directive() {
			directives++;
		},
		ListValue(node, _key, parent, _path, ancestors) {
			if (node.values.length <= list.length) return;
			const names = [...ancestors, parent].flatMap((one) =>
				one && "kind" in one && (one.kind === Kind.ARGUMENT || one.kind === Kind.OBJECT_FIELD)
					? [one.name.value]
					: [],
			);
			list.path = names.join(".");
			list.length = node.values.length;
		},
	});
	return { fragments, directives, list, measures: new Map(), variables: new Set() };
}

/** True if a document is in the cache: then its operations have been planned. */
export const isCachedDocument = (document: DocumentNode): boolean => shapes.has(document);

/** Computed once for each parsed document. */
export function shapeOf(document: DocumentNode): Shape {
	let shape = shapes.get(document);
	if (!shape) {
		shape = computeShape(document);
		shapes.set(document, shape);
	}
	return shape;
}

/** Measures an operation, cached by the values that its measure depends on. Throws TooManyFields. */
export function measureOnce(
	rule: CostRule,
	shape: Shape,
	operation: OperationDefinitionNode,
	variables: Readonly<Record<string, unknown>>,
): Measure {
	const key = () =>
		JSON.stringify([
			operation.name?.value,
			...[...shape.variables].map((name) => variables[name] ?? null),
		]);
	const cached = shape.measures.get(key());
	if (cached) return cached;
	const measured = measure(rule, { operation, fragments: shape.fragments, variables });
	for (const name of measured.variables) shape.variables.add(name);
	if (shape.measures.size >= CACHE_SIZE) shape.measures.clear();
	shape.measures.set(key(), measured);
	return measured;
}
