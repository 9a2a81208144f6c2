import { type ArgumentNode, type FieldNode, Kind, type ValueNode } from "graphql";

/** Prefix of the hub's internal response names, followed by a number. Neither clients nor partners see them. */
const PREFIX = "_hub";
/** Selected where a selection set would be empty, and removed from the response. */
const PLACEHOLDER = `${PREFIX}_nothing`;
const IN_TEXT = new RegExp(`${PREFIX}\\d+`, "g");

/** The internal names of one rewritten operation. */
export type OwnNames = {
	/** The response name of a field for the planner: the field's name unless it would be ambiguous. */
	of(field: FieldNode): string;
	placeholder: string;
	/** Internal name → the client's response name. */
	clients: ReadonlyMap<string, string>;
};

/** Field and type names of a graph that the rewrite depends on. */
export type GraphNames = {
	/** Names of all fields. */
	fields: ReadonlySet<string>;
	/** Names of fields that a plan may request with arguments other than the client's. */
	shared: ReadonlySet<string>;
	/** Names of interfaces and unions. */
	abstract: ReadonlySet<string>;
};

/** Canonical text of a value: independent of the order of an object's fields. */
function textOf(value: ValueNode): string {
	switch (value.kind) {
		case Kind.VARIABLE:
			return `$${value.name.value}`;
		case Kind.NULL:
			return "null";
		case Kind.STRING:
			return JSON.stringify(value.value);
		case Kind.LIST:
			return `[${value.values.map(textOf).join()}]`;
		case Kind.OBJECT:
			return `{${value.fields
				.map((one) => `${one.name.value}:${textOf(one.value)}`)
				.sort()
				.join()}}`;
		default:
			return String(value.value);
	}
}

const argumentsText = (given: readonly ArgumentNode[] | undefined) =>
	(given ?? [])
		.map(({ name, value }) => `${name.value}:${textOf(value)}`)
		.sort()
		.join();

const hasAlias = ({ name, alias }: FieldNode): boolean =>
	alias !== undefined && alias.value !== name.value;

/** Names are numbered by first occurrence, so that operations that differ only in aliases become identical. */
export function ownNames({ fields, shared }: GraphNames): OwnNames {
	const names = new Map<string, string>();
	const clients = new Map<string, string>();
	let number = 0;

	return {
		clients,
		placeholder: fields.has(PLACEHOLDER) ? `${PLACEHOLDER}_` : PLACEHOLDER,
		of(field) {
			const name = field.name.value;
			if (!hasAlias(field) && !shared.has(name)) return name;
			// Fields that share a response name in different types get distinct names: the planner merges by name alone.
			const asked = (field.alias ?? field.name).value;
			const key = `${asked} ${name} ${argumentsText(field.arguments)}`;
			let own = names.get(key);
			if (own === undefined) {
				do own = `${PREFIX}${number++}`;
				while (fields.has(own));
				names.set(key, own);
				clients.set(own, asked);
			}
			return own;
		},
	};
}

/** Replaces internal names in a text with the client's names. */
export function withClientNames(text: string, clients: OwnNames["clients"]): string {
	return text.replace(IN_TEXT, (own) => clients.get(own) ?? own);
}
