import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import { compileCode, readOwn, setOwn } from "./code.ts";

type Fields = Record<string, unknown>;

/**
 * Merges what a subgraph answered into an object. Objects in `source` may become part of `target`, unless `copies` is
 * true: where several objects get the same answer, each has its own.
 */
export type Merge = (target: Fields, source: Fields, copies: boolean) => void;

/** Names that are merged, and those of the objects below them. */
type Names = Map<string, Names | undefined>;

/** Response names of a fetch → the names under which its plan wants them. */
export type Renames = ReadonlyMap<string, string>;

function namesIn(
	set: SelectionSetNode,
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
	renames: Renames,
	names: Names = new Map(),
): Names {
	for (const node of set.selections) {
		if (node.kind === Kind.FIELD) {
			const { value: name } = node.alias ?? node.name;
			const renamed = renames.get(name) ?? name;
			// A rename may be for one type only.
			for (const one of new Set([name, renamed])) {
				const known = names.get(one);
				names.set(
					one,
					node.selectionSet ? namesIn(node.selectionSet, fragments, renames, known) : known,
				);
			}
			continue;
		}
		const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
		if (fragment) namesIn(fragment.selectionSet, fragments, renames, names);
	}
	return names;
}

const isObject = (value: unknown): value is Fields =>
	value !== null && typeof value === "object" && !Array.isArray(value);

/** The merged value of a field that has objects or lists of them. */
function merged(target: unknown, source: unknown, copies: boolean, merge: Merge): unknown {
	if (Array.isArray(source)) {
		const into: unknown[] | undefined =
			Array.isArray(target) && target.length === source.length ? target : undefined;
		if (!into && !copies) return source;
		const list = into ?? [];
		for (let index = 0; index < source.length; index++)
			list[index] = merged(list[index], source[index], copies, merge);
		return list;
	}
	if (!isObject(source)) return source;
	if (!isObject(target) && !copies) return source;
	const object = isObject(target) ? target : {};
	merge(object, source, copies);
	return object;
}

/**
 * Compiles a merge of what an operation of a subgraph selects; nothing else in its answers is taken over. `interfaces` are
 * those that a subgraph may have as a type: it says their name where another subgraph has said the object's type.
 */
export function compileMerge(
	set: SelectionSetNode,
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
	renames: Renames,
	interfaces: ReadonlySet<string> = new Set(),
): Merge {
	const functions: string[] = [];

	function define(names: Names): string {
		const statements = [...names].map(([name, below]) => {
			const value = below
				? `merged(${readOwn("target", name)}, value, copies, ${define(below)})`
				: "value";
			const isWanted =
				name === "__typename" && interfaces.size > 0
					? "value !== undefined && (target.__typename === undefined || !interfaces.has(value))"
					: "value !== undefined";
			return `value = ${readOwn("source", name)};
				if (${isWanted}) ${setOwn("target", name, value)};`;
		});
		const defined = `merge${functions.length}`;
		functions.push(
			`function ${defined}(target, source, copies) { let value; ${statements.join("\n")} }`,
		);
		return defined;
	}

	const all = define(namesIn(set, fragments, renames));
	return compileCode(`${functions.join("\n")}\nreturn ${all};`, { merged, interfaces });
}
