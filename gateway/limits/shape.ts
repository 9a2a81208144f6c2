import {
	type DocumentNode,
	type FragmentDefinitionNode,
	Kind,
	type OperationDefinitionNode,
	visit,
} from "graphql";
import { type CostRule, type Measure, measure } from "./cost.ts";

/** What a document is made of, whatever is asked with it. */
export type Shape = {
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	directives: number;
	/** The longest list that is written out in an argument; `path` is where: "where.ids". */
	list: { path: string; length: number };
	measures: Map<string, Measure>;
	/** Variables that measures of this document depend on. */
	variables: Set<string>;
};

/** Measures that are kept of one document: its variables may say another `first` each time. */
const KEPT = 20;

const shapes = new WeakMap<DocumentNode, Shape>();

function read(document: DocumentNode): Shape {
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

/** Whether a document was asked before and is still kept: then its operations need not be planned again. */
export const isKnown = (document: DocumentNode): boolean => shapes.has(document);

/** Read once for each parsed document. */
export function shapeOf(document: DocumentNode): Shape {
	let shape = shapes.get(document);
	if (!shape) {
		shape = read(document);
		shapes.set(document, shape);
	}
	return shape;
}

/** Measures an operation, once for each set of values that its measure depends on. Throws TooManyFields. */
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
	const known = shape.measures.get(key());
	if (known) return known;
	const measured = measure(rule, { operation, fragments: shape.fragments, variables });
	for (const name of measured.variables) shape.variables.add(name);
	if (shape.measures.size >= KEPT) shape.measures.clear();
	shape.measures.set(key(), measured);
	return measured;
}
