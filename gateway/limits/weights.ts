import { type ConstDirectiveNode, type ConstValueNode, Kind, parse } from "graphql";

/** The values of @listSize (Apollo cost specification). */
export type ListSize = {
	assumed?: number;
	/** Arguments that determine the length; the largest one counts. */
	slicing: string[];
	/** Fields of the returned object that have this length; empty if the field itself is the list. */
	sized: string[];
};

/** The @cost and @listSize of a supergraph. Keys are "Type", "Type.field" and "Type.field(argument)". */
export type Weights = { cost: Map<string, number>; size: Map<string, ListSize> };

const SPECIFICATION = /^https:\/\/specs\.apollo\.dev\/cost\/v/;

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
	return directive.arguments?.find((one) => one.name.value === name)?.value;
}

function numberOf(value: ConstValueNode | undefined): number | undefined {
	if (value?.kind !== Kind.INT && value?.kind !== Kind.STRING) return undefined;
	const number = Number(value.value);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
	return value?.kind === Kind.STRING ? value.value : undefined;
}

function textsOf(value: ConstValueNode | undefined): string[] {
	return value?.kind === Kind.LIST ? value.values.flatMap((one) => textOf(one) ?? []) : [];
}

/** The names of @cost and @listSize in a supergraph; a subgraph may import them under other names. */
function namesOf(links: readonly ConstDirectiveNode[]): Map<string, string> {
	const names = new Map([
		["cost", "cost"],
		["listSize", "listSize"],
		["cost__listSize", "listSize"],
	]);
	for (const link of links) {
		const imports = argumentOf(link, "import");
		const url = textOf(argumentOf(link, "url")) ?? "";
		if (!SPECIFICATION.test(url) || imports?.kind !== Kind.LIST) continue;
		for (const one of imports.values) {
			if (one.kind !== Kind.OBJECT) continue;
			const part = (key: string) =>
				textOf(one.fields.find(({ name }) => name.value === key)?.value)?.replace("@", "");
			const as = part("as");
			if (as) names.set(as, part("name") ?? "");
		}
	}
	return names;
}

/** Reads @cost and @listSize of a supergraph, including renamed imports. */
export function weightsOf(supergraph: string): Weights {
	const { definitions } = parse(supergraph, { noLocation: true });
	const names = namesOf(
		definitions.flatMap((one) =>
			one.kind === Kind.SCHEMA_DEFINITION ? (one.directives ?? []) : [],
		),
	);
	const weights: Weights = { cost: new Map(), size: new Map() };
	function read(coordinate: string, directives: readonly ConstDirectiveNode[] = []): void {
		for (const directive of directives) {
			const kind = names.get(directive.name.value);
			const weight = numberOf(argumentOf(directive, "weight"));
			if (kind === "cost" && weight !== undefined) weights.cost.set(coordinate, weight);
			if (kind === "listSize")
				weights.size.set(coordinate, {
					assumed: numberOf(argumentOf(directive, "assumedSize")),
					slicing: textsOf(argumentOf(directive, "slicingArguments")),
					sized: textsOf(argumentOf(directive, "sizedFields")),
				});
		}
	}
	for (const type of definitions) {
		if (type.kind === Kind.SCHEMA_DEFINITION || !("name" in type) || !type.name) continue;
		if (type.kind === Kind.DIRECTIVE_DEFINITION || !("directives" in type)) continue;
		read(type.name.value, type.directives as readonly ConstDirectiveNode[]);
		if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION)
			continue;
		for (const field of type.fields ?? []) {
			const coordinate = `${type.name.value}.${field.name.value}`;
			read(coordinate, field.directives);
			for (const one of field.arguments ?? [])
				read(`${coordinate}(${one.name.value})`, one.directives);
		}
	}
	return weights;
}
