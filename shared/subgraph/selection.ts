import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";

type Tree = { [field: string]: Tree };
const known = new WeakMap<FieldNode, Tree>();

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

function treeOf(node: FieldNode, info: GraphQLResolveInfo): Tree {
	let tree = known.get(node);
	if (!tree) {
		tree = collect(node.selectionSet, info, {});
		known.set(node, tree);
	}
	return tree;
}

/**
 * Names of the fields selected at any of `paths` ("nodes", "edges.node"; none means the field itself).
 * Fields under @skip or @include count as selected; worked out once per parsed operation.
 */
export function selectedFields(info: GraphQLResolveInfo, ...paths: string[]): Set<string> {
	const found = new Set<string>();
	for (const node of info.fieldNodes) {
		for (const path of paths.length > 0 ? paths : [""]) {
			let tree: Tree | undefined = treeOf(node, info);
			for (const step of path === "" ? [] : path.split(".")) tree = tree?.[step];
			for (const name of Object.keys(tree ?? {})) found.add(name);
		}
	}
	return found;
}

/** Fields selected on the nodes of a connection. */
export function selectedNodeFields(info: GraphQLResolveInfo): Set<string> {
	return selectedFields(info, "nodes", "edges.node");
}
