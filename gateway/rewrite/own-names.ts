import { type ArgumentNode, type FieldNode, Kind, type ValueNode } from "graphql";

/** With a number, the response names that the hub asks under. No client and no partner sees one. */
const PREFIX = "_hub";
/** Asked where nothing else is, and left out of the answer. */
const PLACEHOLDER = `${PREFIX}_nothing`;
const IN_TEXT = new RegExp(`${PREFIX}\\d+`, "g");

/** Names that one operation is rewritten with. */
export type OwnNames = {
	/** The response name of a field for the planner; its own name where no other use of it can be meant. */
	of(field: FieldNode): string;
	placeholder: string;
	/** Own name → what the client calls it. */
	clients: ReadonlyMap<string, string>;
};

/** What is known of a graph's names. */
export type GraphNames = {
	/** Of all fields. */
	fields: ReadonlySet<string>;
	/** Of fields that a plan may ask with other arguments than the client's. */
	shared: ReadonlySet<string>;
	/** Of interfaces and unions. */
	abstract: ReadonlySet<string>;
};

/** The same text for equal values, in whatever order the fields of an object are written. */
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

/** Numbered as they come, so that operations that differ in their aliases only become the same one. */
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
			// Fields that may stand under one name in different types are told apart: the planner merges by name alone.
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

/** A text with the client's names in place of the hub's own. */
export function withClientNames(text: string, clients: OwnNames["clients"]): string {
	return text.replace(IN_TEXT, (own) => clients.get(own) ?? own);
}
