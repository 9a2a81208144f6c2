import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";

type Tree = { [field: string]: Tree };

function collect(set: SelectionSetNode | undefined, info: GraphQLResolveInfo, into: Tree): Tree {
	for (const node of set?.selections ?? []) {
		if (node.kind === "Field") {
			into[node.name.value] ??= {};
			collect(node.selectionSet, info, into[node.name.value] as Tree);
		} else {
			const fragment = node.kind === "FragmentSpread" ? info.fragments[node.name.value] : node;
			collect(fragment?.selectionSet, info, into);
		}
	}
	return into;
}

const sets = new WeakMap<FieldNode, Map<string, Set<string>>>();

/**
 * Names of the fields selected at any of `paths` ("nodes", "edges.node"; none means the field itself).
 * Fields under @skip or @include count as selected; worked out once per parsed operation.
 */
export function selectedFields(info: GraphQLResolveInfo, ...paths: string[]): Set<string> {
	const [first] = info.fieldNodes;
	const known = first && info.fieldNodes.length === 1 ? setsOf(first) : undefined;
	const name = paths.join();
	let found = known?.get(name);
	if (found) return found;
	found = new Set<string>();
	for (const node of info.fieldNodes) {
		for (const path of paths.length > 0 ? paths : [""]) {
			let tree: Tree | undefined = collect(node.selectionSet, info, {});
			for (const step of path === "" ? [] : path.split(".")) tree = tree?.[step];
			for (const field of Object.keys(tree ?? {})) found.add(field);
		}
	}
	known?.set(name, found);
	return found;
}

function setsOf(node: FieldNode): Map<string, Set<string>> {
	let found = sets.get(node);
	if (!found) {
		found = new Map();
		sets.set(node, found);
	}
	return found;
}

/** Fields selected on the nodes of a connection. */
export function selectedNodeFields(info: GraphQLResolveInfo): Set<string> {
	return selectedFields(info, "nodes", "edges.node");
}
