import { type ConstDirectiveNode, type ConstValueNode, Kind, parseConstValue } from "graphql";

type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** What a join directive says, its arguments by name; see https://specs.apollo.dev/join/v0.5. */
export type Join = { [argument: string]: string | boolean | undefined };

function read(value: ConstValueNode): string | boolean | undefined {
	if (value.kind === Kind.STRING || value.kind === Kind.ENUM || value.kind === Kind.BOOLEAN)
		return value.value;
	return undefined;
}

/** The directives `@join__…` of a node with one name. */
export function joinsOf({ directives = [] }: Directed, name: string): Join[] {
	return directives
		.filter((directive) => directive.name.value === `join__${name}`)
		.map(({ arguments: given = [] }) =>
			Object.fromEntries(given.map((argument) => [argument.name.value, read(argument.value)])),
		);
}

/** The directives of a node that a subgraph wrote, such as @deprecated. */
export function ownDirectives({ directives = [] }: Directed): ConstDirectiveNode[] {
	return directives.filter(({ name }) => !name.value.startsWith("join__"));
}

/** A directive such as `@key(fields: "id")`; arguments without a value are left out. */
export function directive(
	name: string,
	given: Record<string, string | boolean | undefined> = {},
): ConstDirectiveNode {
	return {
		kind: Kind.DIRECTIVE,
		name: { kind: Kind.NAME, value: name },
		arguments: Object.entries(given)
			.filter(([, value]) => value !== undefined)
			.map(([argument, value]) => ({
				kind: Kind.ARGUMENT,
				name: { kind: Kind.NAME, value: argument },
				value: parseConstValue(JSON.stringify(value)),
			})),
	};
}
