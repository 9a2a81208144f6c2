import { type ConstDirectiveNode, Kind, parse, type TypeDefinitionNode, visit } from "graphql";
import { pathsOfFieldSet } from "../../shared/federation/field-set.ts";
import type { FieldNames } from "./own-names.ts";

function valueIn(directive: ConstDirectiveNode, argument: string): string | boolean | undefined {
	const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
	return value?.kind === Kind.STRING || value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

const isInterfaceObject = ({ directives }: TypeDefinitionNode) =>
	(directives ?? []).some(
		(one) => one.name.value === "join__type" && valueIn(one, "isInterfaceObject") === true,
	);

/**
 * Names of a supergraph's fields. Fields with arguments are `shared` where a plan may ask them with others than the
 * client's: those that @requires names, and those of an interface that a subgraph answers as one object.
 */
export function fieldNamesOf(supergraph: string): FieldNames {
	const all = new Set<string>();
	const withArguments = new Set<string>();
	const named = new Set<string>();
	visit(parse(supergraph, { noLocation: true }), {
		FieldDefinition({ name, arguments: taken, directives }) {
			all.add(name.value);
			if (taken?.length) withArguments.add(name.value);
			for (const one of directives ?? []) {
				const required = one.name.value === "join__field" && valueIn(one, "requires");
				if (typeof required !== "string") continue;
				for (const path of pathsOfFieldSet(required))
					for (const step of path.split(".")) named.add(step);
			}
		},
		InterfaceTypeDefinition(type) {
			if (isInterfaceObject(type)) for (const { name } of type.fields ?? []) named.add(name.value);
		},
		ObjectTypeDefinition(type) {
			if (isInterfaceObject(type)) for (const { name } of type.fields ?? []) named.add(name.value);
		},
	});
	return { all, shared: new Set([...named].filter((name) => withArguments.has(name))) };
}
