import type { FetchNode, PlanNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
	type DocumentNode,
	type FieldNode,
	getOperationAST,
	Kind,
	type OperationDefinitionNode,
	parse,
	print,
	type SelectionNode,
	type SelectionSetNode,
	visit,
} from "graphql";
import { fragmentsOf } from "../../../shared/fragments.ts";
import type { PlanningSupergraph } from "./planning-supergraph.ts";

/** What a plan requires of an object. A field may be sent under another name than that under which the gateway has it. */
export type Required = QueryPlanSelectionNode & { sentAs?: string; selections?: Required[] };

type Names = Pick<PlanningSupergraph, "required" | "needs">;

/** The names for the planner that would be sent under one name, by their place in the representation. */
type Rivals = Map<string, Set<string>>;

function rivalsIn(
	selections: readonly QueryPlanSelectionNode[],
	names: Names,
	place = "",
	found: Rivals = new Map(),
): Rivals {
	for (const one of selections) {
		let here = place;
		if (one.kind === "Field") {
			here = `${place}.${names.required.get(one.name)?.name ?? one.name}`;
			found.set(here, (found.get(here) ?? new Set()).add(one.name));
		}
		if (one.selections) rivalsIn(one.selections, names, here, found);
	}
	return found;
}

/** The required fields but for `left`, each under the name that the subgraph knows. */
function requiring(
	selections: readonly QueryPlanSelectionNode[],
	names: Names,
	left: ReadonlySet<string>,
): Required[] {
	return selections.flatMap((one): Required[] => {
		if (one.kind === "Field" && left.has(one.name)) return [];
		const inner = one.selections && requiring(one.selections, names, left);
		if (inner?.length === 0) return [];
		const field = { ...one, ...(inner && { selections: inner }) } as Required;
		const sentAs = one.kind === "Field" ? names.required.get(one.name)?.name : undefined;
		return [sentAs === undefined ? field : { ...field, sentAs }];
	});
}

/** An operation with the fields that stand for others written as these, and without fragment definitions. */
function readable(text: string, { required }: Names): OperationDefinitionNode {
	const document = parse(text, { noLocation: true });
	const fragments = fragmentsOf(document);
	const operation = getOperationAST(document);
	if (!operation) throw new Error("A plan has a fetch without an operation");
	return visit(operation, {
		FragmentSpread(node) {
			const fragment = fragments.get(node.name.value);
			if (!fragment) return undefined;
			const { typeCondition, selectionSet } = fragment;
			return {
				kind: Kind.INLINE_FRAGMENT,
				typeCondition,
				directives: node.directives,
				selectionSet,
			};
		},
		Field(node) {
			const field = required.get(node.name.value);
			return (
				field && {
					...node,
					alias: node.alias ?? node.name,
					name: { ...node.name, value: field.name },
					arguments: field.arguments,
				}
			);
		},
	});
}

type Keeps = (typeName: string, field: FieldNode) => boolean;

/** A selection of entities without some of their fields. */
function pruned(set: SelectionSetNode, typeName: string, keeps: Keeps): SelectionSetNode {
	const selections = set.selections.flatMap((node): SelectionNode[] => {
		if (node.kind === Kind.FIELD) return keeps(typeName, node) ? [node] : [];
		if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
		const on = node.typeCondition?.name.value ?? typeName;
		const selectionSet = pruned(node.selectionSet, on, keeps);
		return selectionSet.selections.length > 0 ? [{ ...node, selectionSet }] : [];
	});
	return { ...set, selections };
}

/** The operation for entities with some of their fields, and with the variables that these use. */
function askingFor(operation: OperationDefinitionNode, keeps: Keeps): OperationDefinitionNode {
	const [entities, ...others] = operation.selectionSet.selections;
	if (entities?.kind !== Kind.FIELD || !entities.selectionSet || others.length > 0)
		throw new Error("A plan has a fetch of entities that asks for something else");
	const asked = { ...entities, selectionSet: pruned(entities.selectionSet, "", keeps) };
	const used = new Set<string>();
	visit(asked, { Variable: ({ name }) => void used.add(name.value) });
	return {
		...operation,
		variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
			used.has(variable.name.value),
		),
		selectionSet: { ...operation.selectionSet, selections: [asked] },
	};
}

function fetchWith(
	node: FetchNode,
	operation: OperationDefinitionNode,
	requires: Required[] | undefined,
): FetchNode {
	const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation] };
	const used = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
	return {
		...node,
		requires,
		operation: print(document),
		operationDocumentNode: document,
		variableUsages: node.variableUsages?.filter((one) => used.has(one)),
	};
}

/** A fetch that would have to send two values under one name becomes several, each for the fields that need the same. */
function split(
	node: FetchNode,
	operation: OperationDefinitionNode,
	rivals: Rivals,
	names: Names,
): FetchNode[] {
	const contested = [...rivals.values()].filter((one) => one.size > 1);
	const all = new Set(contested.flatMap((one) => [...one]));
	const agree = (needed: ReadonlySet<string>) =>
		contested.every((one) => [...one].filter((name) => needed.has(name)).length <= 1);
	const neededBy: (typeName: string, field: FieldNode) => string[] = (typeName, field) =>
		[...(names.needs.get(`${typeName}.${field.name.value}`) ?? [])].filter((one) => all.has(one));

	const groups: Array<{ needed: Set<string>; fields: Set<FieldNode> }> = [];
	askingFor(operation, (typeName, field) => {
		const own = neededBy(typeName, field);
		let group = groups.find(({ needed }) => agree(new Set([...needed, ...own])));
		if (!group) {
			group = { needed: new Set(), fields: new Set() };
			groups.push(group);
		}
		for (const one of own) group.needed.add(one);
		group.fields.add(field);
		return true;
	});
	return groups.map(({ needed, fields }) => {
		const left = new Set([...all].filter((one) => !needed.has(one)));
		const part = askingFor(operation, (_, field) => fields.has(field));
		return fetchWith(node, part, requiring(node.requires ?? [], names, left));
	});
}

function fetchesOf(node: FetchNode, names: Names): FetchNode[] {
	const operation = readable(node.operation, names);
	if (!node.requires) return [fetchWith(node, operation, undefined)];
	const rivals = rivalsIn(node.requires, names);
	if ([...rivals.values()].some((one) => one.size > 1))
		return split(node, operation, rivals, names);
	return [fetchWith(node, operation, requiring(node.requires, names, new Set()))];
}

/** A plan on a `planningSupergraph` as the subgraphs understand it. */
export function withRequiredArguments<T extends PlanNode | undefined>(
	node: T,
	names: Names,
): PlanNode | T {
	if (names.required.size === 0) return node;
	switch (node?.kind) {
		case "Fetch": {
			const nodes = fetchesOf(node, names);
			return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "Parallel", nodes };
		}
		case "Flatten":
			return { ...node, node: withRequiredArguments(node.node, names) };
		case "Sequence":
		case "Parallel":
			return { ...node, nodes: node.nodes.map((one) => withRequiredArguments(one, names)) };
		case "Condition":
			return {
				...node,
				ifClause: withRequiredArguments(node.ifClause, names),
				elseClause: withRequiredArguments(node.elseClause, names),
			};
		default:
			return node;
	}
}
