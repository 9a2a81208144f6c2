import { type ConstDirectiveNode, Kind, parse, type TypeDefinitionNode, visit } from "graphql";
import { pathsOfFieldSet } from "../../shared/federation/field-set.ts";
import type { GraphNames } from "./own-names.ts";

function valueIn(directive: ConstDirectiveNode, argument: string): string | boolean | undefined {
	const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
	return value?.kind === Kind.STRING || value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

const isInterfaceObject = ({ directives }: TypeDefinitionNode) =>
	(directives ?? []).some(
		(one) => one.name.value === "join__type" && valueIn(one, "isInterfaceObject") === true,
	);

/**
 * Reads a supergraph's names. `shared` are fields with arguments that @requires selects, and fields of an interface
 * that a subgraph resolves as @interfaceObject.
 */
export function graphNamesOf(supergraph: string): GraphNames {
	const fields = new Set<string>();
	const abstract = new Set<string>();
	const withArguments = new Set<string>();
	const named = new Set<string>();
	visit(parse(supergraph, { noLocation: true }), {
		FieldDefinition({ name, arguments: taken, directives }) {
			fields.add(name.value);
			if (taken?.length) withArguments.add(name.value);
			for (const one of directives ?? []) {
				const required = one.name.value === "join__field" && valueIn(one, "requires");
				if (typeof required !== "string") continue;
				for (const path of pathsOfFieldSet(required))
					for (const step of path.split(".")) named.add(step);
			}
		},
		UnionTypeDefinition({ name }) {
			abstract.add(name.value);
		},
		InterfaceTypeDefinition(type) {
			abstract.add(type.name.value);
			if (isInterfaceObject(type)) for (const { name } of type.fields ?? []) named.add(name.value);
		},
		ObjectTypeDefinition(type) {
			if (isInterfaceObject(type)) for (const { name } of type.fields ?? []) named.add(name.value);
		},
	});
	const shared = new Set([...named].filter((name) => withArguments.has(name)));
	return { fields, shared, abstract };
}
