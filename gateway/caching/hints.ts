import {
	type ConstDirectiveNode,
	Kind,
	type ObjectTypeDefinitionNode,
	type ObjectTypeExtensionNode,
	parse,
	type TypeNode,
} from "graphql";

/** For how many seconds a field may be cached, 0 for never; or as long as the object that it belongs to. */
type Hint = number | "inherit";

/** "Type.field" → hint; fields that are absent may not be cached. */
export type CacheHints = ReadonlyMap<string, Hint>;

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
type Directed = { directives?: readonly ConstDirectiveNode[] };

/** The schema of a subgraph, read for its hints. */
type Read = {
	objects: ObjectNode[];
	/** Hints of its object types. */
	types: Map<string, Hint>;
	/** Names of its interfaces and unions → the object types of each. */
	members: Map<string, string[]>;
};

/** A partner's schema, and the "Type.field" that the partner itself resolves. */
type PartnerFields = { sdl: string; owned: ReadonlySet<string> };

function hintOf({ directives }: Directed): Hint | undefined {
	const hint = directives?.find(({ name }) => name.value === "cacheControl");
	if (!hint) return undefined;
	const given = (name: string) => hint.arguments?.find((one) => one.name.value === name)?.value;
	const scope = given("scope");
	if (scope?.kind === Kind.ENUM && scope.value !== "PUBLIC") return 0;
	const inherit = given("inheritMaxAge");
	if (inherit?.kind === Kind.BOOLEAN && inherit.value) return "inherit";
	const maxAge = given("maxAge");
	return maxAge?.kind === Kind.INT ? Number(maxAge.value) : 0;
}

const isExternal = ({ directives }: Directed): boolean =>
	(directives ?? []).some(({ name }) => /^(federation__)?external$/.test(name.value));

const nameOf = (type: TypeNode): string =>
	type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

/** The stricter of two hints; what inherits is as strict as its parent, which has a hint of its own. */
function stricter(one: Hint, other: Hint | undefined): Hint {
	if (other === undefined || other === "inherit") return one;
	return one === "inherit" ? other : Math.min(one, other);
}

function readSchema(sdl: string): Read {
	const { definitions } = parse(sdl, { noLocation: true });
	const read: Read = { objects: [], types: new Map(), members: new Map() };
	const addMembers = (group: string, types: readonly string[]) =>
		read.members.set(group, [...(read.members.get(group) ?? []), ...types]);
	for (const node of definitions) {
		if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) addMembers(node.name.value, []);
		if (node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION)
			addMembers(
				node.name.value,
				(node.types ?? []).map(({ name }) => name.value),
			);
		if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION)
			continue;
		const name = node.name.value;
		read.objects.push(node);
		for (const one of node.interfaces ?? []) addMembers(one.name.value, [name]);
		const hint = hintOf(node);
		if (hint !== undefined) read.types.set(name, stricter(hint, read.types.get(name)));
	}
	return read;
}

/**
 * Reads @cacheControl of the hub's subgraphs and of partners' subgraphs. A field has its own hint; without one, a field
 * that returns objects has that of their type, and any other field that of the type that it belongs to. A partner's
 * fields have hints of the partner's own schema only.
 */
export function cacheHintsOf(own: readonly string[], partners: PartnerFields[]): CacheHints {
	const hub = own.map(readSchema);
	const others = partners.map(({ sdl, owned }) => ({ owned, read: readSchema(sdl) }));
	const all = [...hub, ...others.map(({ read }) => read)];
	const objects = new Set(all.flatMap((read) => read.objects.map(({ name }) => name.value)));
	const membersOf = (name: string) => all.flatMap(({ members }) => members.get(name) ?? []);
	const isAbstract = (name: string) => all.some(({ members }) => members.has(name));

	/** The hint of a type in some schemas; that of an interface or union is the strictest of its types. */
	function hintIn(reads: readonly Read[], name: string): Hint | undefined {
		const names = isAbstract(name) ? membersOf(name) : [name];
		let strictest: Hint | undefined;
		for (const one of names) {
			const found = reads.flatMap(({ types }) => types.get(one) ?? []);
			if (found.length === 0) return undefined;
			for (const hint of found) strictest = stricter(hint, strictest);
		}
		return strictest;
	}

	const hints = new Map<string, Hint>();
	const hubFields = new Set<string>();
	function addFields(read: Read, reads: readonly Read[], owned?: ReadonlySet<string>): void {
		for (const type of read.objects)
			for (const field of type.fields ?? []) {
				const coordinate = `${type.name.value}.${field.name.value}`;
				if (!owned) hubFields.add(coordinate);
				else if (!owned.has(coordinate) && (hubFields.has(coordinate) || isExternal(field)))
					continue;
				const returned = nameOf(field.type);
				const parent = read.types.get(type.name.value);
				const hint =
					hintOf(field) ??
					(objects.has(returned) || isAbstract(returned)
						? hintIn(reads, returned)
						: parent !== undefined && !owned
							? "inherit"
							: parent);
				if (hint !== undefined) hints.set(coordinate, stricter(hint, hints.get(coordinate)));
			}
	}
	for (const read of hub) addFields(read, hub);
	for (const { read, owned } of others) addFields(read, [read], owned);
	return hints;
}
