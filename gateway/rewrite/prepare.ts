import { createHash } from "node:crypto";
import {
	type DocumentNode,
	getOperationAST,
	Kind,
	type OperationDefinitionNode,
	print,
	type SelectionNode,
	type VariableNode,
	visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { valuesOf } from "../limits/values.ts";
import { type GraphNames, ownNames } from "./own-names.ts";
import { hasFragment, isCondition, type Rewritten, rewriteOperation } from "./rewrite.ts";

/** Cache size in characters of prepared operations; each takes about 130 bytes, with what writes their answers. */
const MOST_TEXT = 300_000;

/** An operation as it is planned. Equal hashes mean equal plans. */
export type PreparedOperation = Rewritten & {
	hash: string;
	length: number;
};

type Reading = {
	/** Planned without a rewrite. */
	isPlain: boolean;
	/** Has nested fragments on interfaces or unions. */
	narrows: boolean;
	/** Values that @skip and @include depend on. */
	conditions: VariableNode[];
	/** Was rewritten before, possibly for other values of its conditions. */
	isPrepared: boolean;
};

type Asked = {
	document: DocumentNode;
	queryHash: string;
	operationName: string | undefined;
	variables: Readonly<Record<string, unknown>>;
};

const isConditional = ({ directives }: SelectionNode) => directives?.some(isCondition) ?? false;

function read(document: DocumentNode, { shared, abstract }: GraphNames): Reading {
	const conditions = new Map<string, VariableNode>();
	let isPlain = true;
	let narrows = false;
	const note = (node: SelectionNode) => {
		if (isConditional(node)) isPlain = false;
	};
	visit(document, {
		Field(node) {
			note(node);
			if (node.alias || shared.has(node.name.value)) isPlain = false;
		},
		InlineFragment(node) {
			note(node);
			if (node.typeCondition && abstract.has(node.typeCondition.name.value) && hasFragment(node))
				narrows = true;
		},
		FragmentDefinition(node) {
			if (abstract.has(node.typeCondition.name.value) && hasFragment(node)) narrows = true;
		},
		FragmentSpread: note,
		Directive(node) {
			const value = isCondition(node) ? node.arguments?.[0]?.value : undefined;
			if (value?.kind === Kind.VARIABLE) conditions.set(value.name.value, value);
		},
	});
	return {
		isPlain: isPlain && !narrows,
		narrows,
		conditions: [...conditions.values()],
		isPrepared: false,
	};
}

function countFields(document: DocumentNode): number {
	let fields = 0;
	visit(document, { Field: () => void fields++ });
	return fields;
}

/** Rewrites operations before planning, once for each set of values of @skip and @include. */
export function operationPreparer(names: GraphNames) {
	// The client's own __typename fields are renamed, to distinguish them from added ones.
	const ownTypenames = { ...names, shared: new Set([...names.shared, "__typename"]) };
	const readings = new WeakMap<DocumentNode, Reading>();
	const prepared = new LRUCache<string, PreparedOperation>({
		maxSize: MOST_TEXT,
		sizeCalculation: ({ length }) => length,
	});

	function readOnce(document: DocumentNode): Reading {
		let reading = readings.get(document);
		if (!reading) {
			reading = read(document, names);
			readings.set(document, reading);
		}
		return reading;
	}

	function rewrite(
		{ document, queryHash, variables }: Asked,
		operation: OperationDefinitionNode,
		{ isPlain, narrows }: Reading,
	): PreparedOperation {
		if (isPlain) {
			const hash = `${queryHash} ${operation.name?.value ?? ""}`;
			return { document, operation, names: ownNames(names), hash, length: document.loc?.end ?? 1 };
		}
		const values = valuesOf(operation, variables, new Set());
		const graph = narrows ? ownTypenames : names;
		const rewritten = rewriteOperation(document, operation, values, graph);
		const text = print(rewritten.document);
		return {
			...rewritten,
			hash: createHash("sha256").update(text).digest("hex"),
			length: text.length,
		};
	}

	/**
	 * An operation without aliases and conditions stays as it is. `beforeVariant` is awaited, with the number of fields,
	 * before an operation is planned again for other values of its conditions. Throws where the document has no such
	 * operation.
	 */
	return async function prepare(
		asked: Asked,
		beforeVariant: (fields: number) => Promise<void>,
	): Promise<PreparedOperation> {
		const { document, queryHash, operationName, variables } = asked;
		const reading = readOnce(document);
		const operation = getOperationAST(document, operationName);
		if (!operation) throw new Error(`There is no operation ${operationName ?? ""} in the document`);
		const values = valuesOf(operation, variables, new Set());
		const settled = reading.conditions.map((one) => (values.of(one) === true ? 1 : 0)).join("");
		const key = `${queryHash} ${settled} ${operationName ?? ""}`;
		const known = prepared.get(key);
		if (known) return known;
		const made = rewrite(asked, operation, reading);
		if (reading.isPrepared && reading.conditions.length > 0)
			await beforeVariant(countFields(made.document));
		reading.isPrepared = true;
		prepared.set(key, made);
		return made;
	};
}
